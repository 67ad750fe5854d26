import type { WorldRegion } from './world-schema';

export interface ZoneDescription {
  name: string;
  state: string;
}

export interface RegionDescription {
  name: string;
  displayName: string;
  continentCode: string;
  zones: readonly ZoneDescription[];
}

/** AWS's Regions with Lightsail: the enum RegionName of client-lightsail 3.1169.0. Name, place, continent, zones. */
const REGIONS: readonly (readonly [name: string, place: string, continent: string, zones: string])[] = [
  ['us-east-1', 'Virginia', 'NA', 'abcdef'],
  ['us-east-2', 'Ohio', 'NA', 'abc'],
  ['us-west-1', 'N. California', 'NA', 'ac'],
  ['us-west-2', 'Oregon', 'NA', 'abcd'],
  ['ca-central-1', 'Montreal', 'NA', 'abd'],
  ['sa-east-1', 'Sao Paulo', 'SA', 'abc'],
  ['eu-west-1', 'Ireland', 'EU', 'abc'],
  ['eu-west-2', 'London', 'EU', 'abc'],
  ['eu-west-3', 'Paris', 'EU', 'abc'],
  ['eu-central-1', 'Frankfurt', 'EU', 'abc'],
  ['eu-north-1', 'Stockholm', 'EU', 'abc'],
  ['eu-south-2', 'Spain', 'EU', 'abc'],
  ['ap-east-1', 'Hong Kong', 'AS', 'abc'],
  ['ap-south-1', 'Mumbai', 'AS', 'abc'],
  ['ap-southeast-1', 'Singapore', 'AS', 'abc'],
  ['ap-southeast-2', 'Sydney', 'OC', 'abc'],
  ['ap-southeast-3', 'Jakarta', 'AS', 'abc'],
  ['ap-southeast-5', 'Malaysia', 'AS', 'abc'],
  ['ap-northeast-1', 'Tokyo', 'AS', 'acd'],
  ['ap-northeast-2', 'Seoul', 'AS', 'abcd'],
];

export function defaultRegions(): WorldRegion[] {
  return REGIONS.map(([name, , , zones]) => ({
    name,
    zones: [...zones].map((letter) => ({ name: `${name}${letter}`, state: 'available' as const })),
  }));
}

export function describeRegion(region: WorldRegion): RegionDescription {
  const known = REGIONS.find(([name]) => name === region.name);
  return {
    name: region.name,
    displayName: known?.[1] ?? region.name,
    continentCode: known?.[2] ?? 'NA',
    zones: region.zones,
  };
}
