const STAR = '*';
const ANY_ONE = '?';

/**
 * Whether `text` fits `pattern`, in which `*` stands for any characters and `?` for one. It goes back to the last
 * star only, so that it takes at most one step for each pair of characters; a regular expression of many stars
 * takes exponentially many.
 */
export function matchesWildcards({ pattern, text }: { pattern: string; text: string }): boolean {
  let at = 0;
  let inPattern = 0;
  let afterStar = -1;
  let starCovers = 0;
  while (at < text.length) {
    if (pattern[inPattern] === STAR) {
      afterStar = ++inPattern;
      starCovers = at;
    } else if (pattern[inPattern] === ANY_ONE || pattern[inPattern] === text[at]) {
      inPattern++;
      at++;
    } else if (afterStar >= 0) {
      inPattern = afterStar;
      at = ++starCovers;
    } else return false;
  }
  while (pattern[inPattern] === STAR) inPattern++;
  return inPattern === pattern.length;
}
