// Finding nodes by name, alias and pinyin initials.
import { Graph, GraphNode } from "./graph";

// The browser's own Chinese collation sorts by pinyin: the first character of each initial, in that order.
const FIRST = "阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥扨它穵夕丫帀";
const LETTER = "abcdefghjklmnopqrstwxyz";
/** Characters in names of places and people that sort under another reading. */
const OTHER: Record<string, string> = {
  重: "cz", 长: "cz", 厦: "xs", 单: "sd", 曾: "zc", 解: "xj", 查: "zc", 仇: "qc", 朴: "pp", 区: "oq", 任: "r", 乐: "ly",
  覃: "qt", 盖: "g", 尉: "yw", 缪: "m", 万: "wm", 翟: "zd", 员: "y", 纪: "j", 宿: "s", 行: "xh", 会: "hk", 都: "d", 县: "x",
  省: "sx", 调: "td", 夏: "x", 朝: "cz", 藏: "zc", 亳: "b", 泊: "bp", 蚌: "b", 番: "pf", 大: "d", 六: "l", 百: "b", 侯: "h", 浚: "xj",
  莘: "sx", 铅: "yq", 什: "s", 尔: "e", 圳: "z", 汕: "s", 崆: "k", 丽: "l", 阿: "ae", 柏: "b", 秘: "bm", 种: "zc", 折: "sz", 褚: "c",
};
let collator: Intl.Collator | null | undefined;
const known = new Map<string, string>();

function lettersOf(char: string): string {
  const cached = known.get(char);
  if (cached !== undefined) return cached;
  let letters = "";
  if (/[a-z0-9]/i.test(char)) letters = char.toLowerCase();
  else if (OTHER[char]) letters = OTHER[char];
  else if (/[\u3400-\u9fff]/.test(char)) {
    if (collator === undefined) {
      const made = new Intl.Collator("zh-Hans-CN-u-co-pinyin");
      // A browser without Chinese collation sorts by code: then there are no initials rather than wrong ones.
      collator = made.compare("阿", "八") < 0 && made.compare("它", "夕") < 0 && made.compare("夕", "丫") < 0 && made.compare("一", "中") < 0 && made.compare("中", "阿") > 0 ? made : null;
    }
    if (collator) {
      for (let i = FIRST.length - 1; i >= 0; i -= 1) {
        if (collator.compare(char, FIRST[i]) >= 0) { letters = LETTER[i]; break; }
      }
    }
  }
  known.set(char, letters);
  return letters;
}

const spelled = new Map<string, string[]>();
function initialsOf(name: string): string[] {
  let letters = spelled.get(name);
  if (!letters) {
    letters = [...name].map(lettersOf).filter(Boolean);
    spelled.set(name, letters);
  }
  return letters;
}

/** Whether the initials of `name` hold `sought` (letters) from some character on; 0 at the start, 1 inside, 9 not. */
export function initialsMatch(name: string, sought: string): number {
  const letters = initialsOf(name);
  for (let start = 0; start + sought.length <= letters.length; start += 1) {
    let at = 0;
    while (at < sought.length && letters[start + at].includes(sought[at])) at += 1;
    if (at === sought.length) return start === 0 ? (letters.length === sought.length ? 0 : 1) : 2;
  }
  return 9;
}

const texts = new Map<string, string>();
/** `plain(name)`, kept: names are searched again at every key. */
function plainOf(name: string): string {
  let text = texts.get(name);
  if (text === undefined) texts.set(name, (text = plain(name)));
  return text;
}

export const plain = (text: string) => text.normalize("NFKC").toLowerCase().trim();

/** The best `most` nodes for what was typed: whole name, beginning, inside, then initials; busier nodes first. */
export function findNodes(graph: Graph, typed: string, most = 30): GraphNode[] {
  const sought = plain(typed);
  if (!sought) return [];
  const initials = /^[a-z]{2,12}$/.test(sought) ? sought : "";
  const found: { node: GraphNode; score: number }[] = [];
  for (const node of graph.nodes) {
    let score = 99;
    for (const name of [node.name, ...node.aliases]) {
      const text = plainOf(name);
      if (text === sought) score = Math.min(score, 0);
      else if (text.startsWith(sought)) score = Math.min(score, 1);
      else if (text.includes(sought)) score = Math.min(score, 2);
      else if (initials && score > 3) {
        const match = initialsMatch(name, initials);
        if (match < 9) score = Math.min(score, 3 + match);
      }
    }
    if (node.kind === "Article") score += 10;
    if (score < 99) found.push({ node, score });
  }
  found.sort((a, b) => a.score - b.score || b.node.degree - a.node.degree || (a.node.name < b.node.name ? -1 : 1));
  return found.slice(0, most).map((entry) => entry.node);
}
