import { Page } from '../../src/workflows/markdown';

/** Of what fits into the frame, all but this is taken. */
const withRoom = (characters: number) =>
  new Page({ beside: 'x'.repeat(7_500 - '%0A%0A'.length - '%3Cbr%3E'.length - characters) });

const rows = Array.from({ length: 9 }, (_, index) => `Instance **web-0${String(index)}**: denied`);
const list = { title: '**Still there, and billed** (9):', rows, most: 20 };

test('a list for which there is little room says at least how many there are', () => {
  for (let room = 120; room < 460; room += 7) {
    const page = withRoom(room);
    page.addList(list);
    expect([room, page.toString()]).toEqual([
      room,
      expect.stringMatching(/^\*\*Still there, and billed\*\* \(9\):\n\n(- Instance .*\n)*- and \d more$/),
    ]);
  }
});
