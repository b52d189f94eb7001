"""Where a person's name starts and ends: candidates by surname, chosen by what follows and by the rest of the article."""

from __future__ import annotations

import re
from collections.abc import Collection, Container
from functools import cache

from kg.lexicon import gazetteer
from kg.lexicon.names import (
    MIDDLE_DOT,
    NOT_IN_NAME,
    after_name,
    common_words,
    countries,
    is_han,
    never_names,
    not_names,
    surname_length,
    surnames,
    transliterated,
)
from kg.lexicon.posts import title_pattern

_FOREIGN = re.compile(rf"[\u4e00-\u9fff]{{1,7}}(?:[{MIDDLE_DOT}][\u4e00-\u9fff]{{1,7}})+")
_SPACED = re.compile(r"([\u4e00-\u9fff])[ \u3000]{1,2}([\u4e00-\u9fff])(?![\u4e00-\u9fff])")
_STRONG_END = frozenset('、,，。;；:：!！?？()（）“”"》】\n \u3000\u2060')
_NEVER_FIRST = frozenset(
    "兼要应须必将职参各全有无不没以其此该第本每一二三四五六七八九十百千万数多几级岗等和与及或并主正副分会上下大小同"
)
_STARTS_PREDICATE = frozenset("作做致就率赴则却亦均因")
#: Family names that more often are adverbs, prepositions or conjunctions.
_ADVERBS = frozenset("曾于后来都年和却归才随边兼如又再仍即")
_TITLE_GIVEN = frozenset(
    {
        *("书记", "主任", "主席", "局长", "部长", "县长", "区长", "省长", "秘书", "院长", "校长", "处长"),
        *(
            "团长",
            "组长",
            "队长",
            "会长",
            "所长",
            "站长",
            "镇长",
            "乡长",
            "市长",
            "州长",
            "厅长",
            "科长",
            "班长",
            "司长",
        ),
    }
)
#: Surnames that are mostly function words: only where the name ends clearly.
_FUNCTION = frozenset("是和同经从向对为由到长要应有常远")
_FOREIGN_END = frozenset("在等与就说率将并也还对向由为的作到赴")
_NOT_FIRST = frozenset("和与及或并等")
_DOTS = frozenset(MIDDLE_DOT)
_TAKES_PART = re.compile("、|主持|出席|参加|列席|陪同|致辞|发言|因违|因涉|涉嫌|严重违")
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]*")


@cache
def first_characters() -> frozenset[str]:
    """The characters that family names begin with."""
    return frozenset(name[0] for name in surnames())


def _plausible(text: str, start: int, end: int) -> bool:
    rest = text[start + 1 : end] if text[start] in surnames() else text[start:end]
    return is_han(text[start]) and NOT_IN_NAME.isdisjoint(rest) and _HAN.fullmatch(rest) is not None


#: 副主委|向丘树宏常委介绍了情况: a preposition, no surname
_TOWARDS = re.compile(
    r"向(?:[\u4e00-\u9fff]{2,3}(?:常委|书记|副?[省市县区]长|主席|主任|[局部]长)|大会|会议|与会|全[省市县区]|代表团)[^,，。;；]{0,8}?(?:介绍|汇报|通报|报告|表示|反映|作)"
)


_APPOINTED = re.compile(r"(?:任命|选举|补选|免去|提名|接受)$")


#: How clearly a name ends before a predicate of two characters, or better
_ENDS_WELL = 2.0


def name_end(
    text: str, start: int, *, titled: bool, known: Collection[str] = (), solid: bool = True, alone: bool = False
) -> int | None:
    """The end of the name that starts at ``text[start]``, or None where no name starts there (`_name_end` says how).

    A country (越南、缅甸等国), one side of talks (欧方表示) and a village (镇长安庄村) are no names, however they stand.
    """
    end = _name_end(text, start, titled=titled, known=known, solid=solid, alone=alone)
    if end is None or end - start > 4:
        return end
    word = text[start:end]
    side = not titled and word.endswith("方") and len(word) == 2
    village = word.endswith("村") and word not in known and _end_score(text, end) < _ENDS_WELL
    return None if side or village or word in countries() else end


def _name_end(text: str, start: int, *, titled: bool, known: Collection[str], solid: bool, alone: bool) -> int | None:
    """The end of the name that starts at ``text[start]``, or None where no name starts there.

    `titled`: a title stands right before it, so that names without a Chinese surname (乌兰其其格, 卓玛央金) are taken too, and,
    where the title is `solid` (it names organ, region or level), names that are words (平安, 方向). `alone`: no list around
    it, so that the beginnings of common words are refused. `known`: full names sure from elsewhere in the article.
    """
    if start >= len(text) or not is_han(text[start]):
        return None
    if text[start : start + 2] in never_names() or (text[start] == "向" and _TOWARDS.match(text, start)):
        return None
    if text[start] == "来" and _comes_to(text, start + 1):
        return None
    if not _DOTS.isdisjoint(text[start + 1 : start + 8]):
        foreign = _FOREIGN.match(text, start)
        if foreign is not None and not _met_one(text, start):
            return _cut_foreign(text, start, foreign.end(), titled)
    if text[start + 1 : start + 2] in (" ", "\u3000") and surname_length(text, start) == 1:
        end = start + 3  # 陆 琴: two characters set wide
        if end <= len(text) and _plausible(text, start + 2, end) and _end_score(text, end) > 0:
            return end
    if known:
        for size in (5, 4, 3, 2):
            if text[start : start + size] in known and start + size <= len(text):
                return start + size
    if not titled and text[start] not in first_characters():
        return None
    surname = surname_length(text, start)
    best: tuple[float, int] | None = None
    for length in (surname + 1, surname + 2) if surname else ():
        end = start + length
        if end > len(text):
            continue
        odd = titled and solid and length == surname + 2 and text[end - 2] in "省汇乡"  # 郭省军, 杜汇良
        if not _plausible(text, start, end) and not (odd and _plausible(text, end - 1, end)):
            continue
        score = _end_score(text, end)
        if score <= 0 or (odd and score < 2):
            continue
        word = text[start:end]
        if word.endswith("在") and score < 3:
            continue
        if length == surname + 2 and word[-1] in _STARTS_PREDICATE and surname + 1 >= 2:
            continue  # 左钧|作交流发言
        if word[surname:] in _TITLE_GIVEN or (
            word[0] in _FUNCTION and not _function_name(text, word, score, titled and solid)
        ):
            continue
        act = common_words().get(word[:2]) and (len(word) == 2 or not surname_is_usual(word))
        act = act or (word[0] in _ADVERBS and has_word(word))
        told = _TAKES_PART.match(text, end) or (
            titled and (_titled_next(text, end) or _APPOINTED.search(text, 0, start))
        )
        if act and not (solid and told):
            continue  # 市长道别, 书记任职的规定, 谈心谈话; but 任命曾超群为
        if length == surname + 2 and best is not None and (word[-1] == "向" or _cuts_word(text, end)):
            continue  # 何平|来到, 何平|担任: not 何平来 + 到
        if not (titled and solid) and (word in not_names() or ((alone or titled) and word[:2] in not_names())):
            continue
        if length == surname + 2 and text[end - 1] in _NOT_FIRST and score < 2:
            score -= 1.5  # 李强和 + 张…: 和 joins
        if length == 2:
            score -= 0.25
        if best is None or score > best[0]:
            best = (score, end)
    if surname == 1 and text[start] not in _FUNCTION and text[start + 1 : start + 2] in surnames():
        # two family names (范徐丽泰, 张王晓): only where it ends as clearly as can be
        end = start + 4
        clear = text[start + 2 : end] not in common_words() and _end_score(text, end) >= 2.0  # not 何平|亲切|交谈
        if end <= len(text) and best is None and _plausible(text, start, end) and clear:
            best = (1.0, end)
    if best is not None and best[0] >= 2.0:
        return best[1]
    other = _other_name(text, start) if titled else None
    if best is None:
        return other or (_unended(text, start, surname) if titled and solid else None)
    # 乌兰 + 其…: what ends weakly gives way to a longer name that ends clearly
    longer = other is not None and other > best[1] and text[start] in transliterated()
    return other if longer else best[1]


def _comes_to(text: str, at: int) -> bool:
    """Whether a place stands at `at`: 市长|来榆林考察, where 来 is the verb and no surname."""
    hits = gazetteer().scan(text[at : at + 12])
    return bool(hits) and hits[0].start == 0


def longer_name(text: str, start: int, end: int) -> int:
    """Where the name of two characters at ``text[start:end]`` ends, going by how the whole `text` writes it.

    孙家|正在会议上强调, but 孙家正|说: where another place leaves only the longer reading, and none only the shorter.
    """
    name = text[start:end]
    if end - start != surname_length(name) + 1 or not is_han(text[end : end + 1] or " "):
        return end
    told = False
    for found in re.finditer(re.escape(text[start : end + 1]), text):
        short, long = _end_score(text, found.end() - 1), _end_score(text, found.end())
        if short and not long:
            return end
        said = text.startswith("说", found.end()) and text[found.end() + 1 : found.end() + 2] in _STRONG_END
        told = told or (not short and (long >= _ENDS_WELL or said))
    return end + 1 if told and _plausible(text, start, end + 1) else end


def _titled_next(text: str, end: int) -> bool:
    """Whether the list goes on with a title: 市长曾巩固,市人大常委会主任…"""
    if text[end : end + 1] not in (",", "，"):
        return False
    head = title_pattern().search(text, end + 1, end + 22)
    return head is not None and "，" not in text[end + 1 : head.start()] and "," not in text[end + 1 : head.start()]


def has_word(word: str) -> bool:
    """Whether what looks like a name is an adverb or a rare family name with a common word: 曾公开, 都确定, 来支持."""
    if word[0] not in _ADVERBS and surname_is_usual(word):
        return False
    return (len(word) == 3 and word[1:] in common_words()) or bool(common_words().get(word[:2]))


def _cuts_word(text: str, end: int) -> bool:
    """Whether a name that ends at `end` would take the first character of the predicate behind it."""
    match = after_name().match(text, end - 1)
    return match is not None and len(match.group()) >= 2


def surname_is_usual(word: str) -> bool:
    """Whether a word begins with a family name that is common enough to be one by itself."""
    return surnames().get(word[: surname_length(word)]) in ("common", "usual", "compound")


def _function_name(text: str, word: str, score: float, sure: bool) -> bool:
    """Whether a word that begins like 和, 是, 向 is a name: a full title before it and no common word in it, or said twice."""
    if word[1:] in never_names() or (word[1:] in not_names() and len(word) == 3):
        return False
    return (sure and score >= 1.2) or text.count(word) > 1


def _unended(text: str, start: int, surname: int) -> int | None:
    """A name after a full title before a predicate no table holds (史怀远开门见山): what the article says again, else three."""
    if surname == 0:
        for size in (3, 2, 4):  # an uncommon family name: only where it ends as clearly as can be or comes again
            end = start + size
            word = text[start:end]
            if (
                end > len(text)
                or not _plausible(text, start, end)
                or word[:2] in not_names()
                or word[0] in _NEVER_FIRST
            ):
                continue
            if after_name().match(word) or any(after_name().match(word, i) for i in range(1, size - 1)):
                continue
            if word[:2] in common_words():
                continue
            if _end_score(text, end) >= 2.0 and word not in never_names():
                return end
        return None
    if text[start : start + 2] in common_words() or has_word(text[start : start + 3]) or text[start] == "和":
        return None  # 政协委员和林草专家, 市委书记安排部署…, 谈心谈话
    lengths = [surname + 2, surname + 1]
    begins = [text[start + n : start + n + 2] in common_words() for n in lengths]
    if begins == [False, True]:
        lengths.reverse()  # 何平|明确表示
    for length in lengths:
        end = start + length
        if end > len(text) or not _plausible(text, start, end):
            continue
        word = text[start:end]
        if length == surname + 1 and begins == [False, True]:
            return None if word in not_names() else end
        if word[: surname + 1] in not_names() or word in not_names():
            return None
        if length == surname + 2 and (
            surnames()[word[:surname]] in ("common", "usual", "compound")
            or begins == [True, False]  # 郗大东|反馈: a rare family name before a common word
            or text.count(word) > 1
        ):
            return end
    return None


def foreign(word: str) -> bool:
    """Whether a word looks like a Mongolian, Tibetan, Uyghur … name: a dot, or mostly their letters."""
    return any(c in MIDDLE_DOT for c in word) or sum(c in transliterated() for c in word) >= 0.6 * len(word)


def _end_score(text: str, end: int) -> float:
    """How clearly a name ends at `end`: 3 at a delimiter, 2 before a predicate, 0 inside other words."""
    if end >= len(text) or text[end] in _STRONG_END or not is_han(text[end]):
        return 3.0
    match = after_name().match(text, end)
    if match is None:
        return 0.0
    return 1.0 + min(len(match.group()), 3) * 0.5


def _other_name(text: str, start: int) -> int | None:
    """A transliterated name (卓玛央金, 敖日其楞) after a title: up to the next clear end, two to seven characters."""
    if text[start] in "和与及":
        return None
    letters = transliterated()
    verb = after_name().match(text, start)
    if verb is not None and len(verb.group()) >= 2:
        return None
    run: int | None = None
    for size in range(2, 8):
        end = start + size
        if end > len(text) or not _plausible(text, start, end):
            return run
        foreign = sum(c in letters for c in text[start:end])
        if text[end - 1] in "在等" or (
            size >= 3 and (text[end - 1] == "作" or (text[end - 1] in "和与" and _end_score(text, end) == 0))
        ):
            return run or (end - 1 if text[end - 1] != "在" and foreign >= (size - 1) * 0.6 else None)
        if foreign == size and size >= 3 and text[end : end + 2] in common_words():
            return end  # 扎西平措|热情接待
        if _end_score(text, end) >= 2.0:
            return end if foreign >= size * 0.6 and text[start : start + 2] not in not_names() else run
        if foreign == size and size >= 3 and text[end : end + 1] not in letters:
            run = end  # 扎西顿珠移交…
    return run


def _met_one(text: str, start: int) -> bool:
    """Whether a name of ours and a predicate stand before the foreign name: 李克强|致电|里希·苏纳克."""
    usual = surname_length(text, start) and surname_is_usual(text[start : start + 3])
    verbs = (after_name().match(text, start + size) for size in (2, 3)) if usual else ()
    return any(verb is not None and len(verb.group()) >= 2 for verb in verbs)


def _cut_foreign(text: str, start: int, end: int, titled: bool) -> int | None:
    """Cut predicates off the last part of a dotted name: 阿布都热合曼·买买提主持 → …买买提."""
    dot = max(text.rfind(c, start, end) for c in MIDDLE_DOT)
    for stop in range(dot + 3, end + 1):
        if _end_score(text, stop) >= 2.0 or text[stop : stop + 1] in _FOREIGN_END:
            return stop
    return end if titled or end - dot - 1 <= 5 else None


def unspaced(text: str) -> str:
    """张 三 → 张三 where a two-character name was set wide."""
    return _SPACED.sub(r"\1\2", text)


def split_run(run: str, known: Container[str]) -> list[str] | None:
    """Cut names written without separators (刘文华高世文蒋文定): known ones first, others by surname; None if it fails."""
    memo: dict[int, tuple[float, list[str]] | None] = {len(run): (0.0, [])}

    def best(at: int) -> tuple[float, list[str]] | None:
        if at in memo:
            return memo[at]
        found: tuple[float, list[str]] | None = None
        for size in (2, 3, 4, 5, 6):
            word = run[at : at + size]
            if len(word) < size or not all(is_han(c) and c not in NOT_IN_NAME for c in word):
                break
            cost = _word_cost(word, known)
            if cost is None:
                continue
            rest = best(at + size)
            if rest is not None and (found is None or rest[0] + cost < found[0]):
                found = (rest[0] + cost, [word, *rest[1]])
        memo[at] = found
        return found

    result = best(0)
    return result[1] if result else None


def _word_cost(word: str, known: Container[str]) -> float | None:
    if word in known:
        return 0.0
    surname = surname_length(word)
    if not surname:
        return None
    given = len(word) - surname
    if given not in (1, 2):
        return None
    rarity = {"common": 0.0, "usual": 0.3, "rare": 1.0, "compound": 0.0}[surnames()[word[:surname]]]
    return 1.0 + rarity + (0.4 if given == 1 else 0.0)
