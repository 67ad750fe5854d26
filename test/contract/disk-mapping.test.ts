import { expandDiskMapping } from '../../src/contract/disk-mapping';

describe('a disk mapping', () => {
  it('spells out * for every instance of the batch, and an entry of its own wins', () => {
    const mapping = {
      '*': [{ originalDiskPath: '/dev/xvdf', newDiskName: '{name}-data' }],
      'web-2': [{ originalDiskPath: '/dev/xvdf', newDiskName: 'special' }],
      'web-9': [{ originalDiskPath: '/dev/xvdf', newDiskName: 'another batch' }],
    };
    expect(expandDiskMapping({ mapping, instanceNames: ['web-1', 'web-2'] })).toEqual({
      'web-1': [{ originalDiskPath: '/dev/xvdf', newDiskName: 'web-1-data' }],
      'web-2': [{ originalDiskPath: '/dev/xvdf', newDiskName: 'special' }],
    });
  });

  it('is left out of a request for which it says nothing', () => {
    expect(expandDiskMapping({ mapping: undefined, instanceNames: ['web-1'] })).toBeUndefined();
    expect(expandDiskMapping({ mapping: { 'web-9': [] }, instanceNames: ['web-1'] })).toBeUndefined();
  });
});
