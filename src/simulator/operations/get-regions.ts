import { flag, optional, structure } from '../wire/shapes';
import { defineOperation } from './operation-spec';

const input = structure({
  includeAvailabilityZones: optional(flag),
  includeRelationalDatabaseAvailabilityZones: optional(flag),
});

export const getRegions = defineOperation({
  input,
  run: (wanted, { state }) => ({
    regions: [...state.regions.values()].map(({ description }) => {
      const zones = description.zones.map(({ name, state: zoneState }) => ({
        zoneName: name,
        state: zoneState,
      }));
      return {
        continentCode: description.continentCode,
        description: `This region is recommended to serve users close to ${description.displayName}`,
        displayName: description.displayName,
        name: description.name,
        availabilityZones: wanted.includeAvailabilityZones === true ? zones : [],
        relationalDatabaseAvailabilityZones:
          wanted.includeRelationalDatabaseAvailabilityZones === true ? zones : [],
      };
    }),
  }),
});
