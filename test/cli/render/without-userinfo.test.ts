import { withoutUserinfo } from '../../../src/cli/render/without-userinfo';

test.each([
  ['https://ui.example:1/a@b', 'https://ui.example:1/a@b'],
  ['http://localhost:8233', 'http://localhost:8233'],
  ['https://ops:SECRET@ui.example:1/a', 'https://ui.example:1/a'],
  ['https://SECRET@ui.example', 'https://ui.example/'],
  ['https:ops:SECRET@ui.example', 'https://ui.example/'],
  ['https://ops:SEC/RET@ui.example', 'https://ui.example'],
  ['ops:SECRET@ui.example', 'ui.example'],
  ['localhost:8233', 'localhost:8233'],
])('%s is shown as %s', (address, shown) => {
  expect(withoutUserinfo(address)).toBe(shown);
});
