/**
 * US dollars a month: sizes and prices by the part of the bundle id between the size and the Region's suffix
 * (AWS's "Lightsail instance bundles" page, and its earlier generations, which are not active any more).
 */
export const BUNDLE_PRICES: readonly (readonly [
  kind: string,
  prices: readonly (readonly [string, number])[],
])[] = [
  [
    '3',
    list(
      'nano 5, micro 7, small 12, medium 24, large 44, xlarge 84, 2xlarge 164, 4xlarge 384, 8xlarge 884, 12xlarge 1324, 16xlarge 1764',
    ),
  ],
  ['win_3', list('nano 9.5, micro 14, small 22, medium 44, large 74, xlarge 124, 2xlarge 244')],
  ['ipv6_3', list('nano 3.5, micro 5, small 10, medium 20, large 40, xlarge 80, 2xlarge 160')],
  ['2', list('nano 3.5, micro 5, small 10, medium 20, large 40, xlarge 80, 2xlarge 160')],
  ['win_2', list('nano 8, micro 12, small 20, medium 40, large 70, xlarge 120, 2xlarge 240')],
  ['1', list('nano 5, micro 10, small 20, medium 40, large 80')],
];

function list(prices: string): (readonly [string, number])[] {
  return prices.split(', ').map((entry) => {
    const [size = '', price = ''] = entry.split(' ');
    return [size, Number(price)] as const;
  });
}
