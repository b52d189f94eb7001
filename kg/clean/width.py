"""Width and punctuation: half and full width mixed on one page, entities left in text, invisible characters."""

from __future__ import annotations

import html
import re

from kg.clean.mojibake import MISREAD
from kg.clean.offsets import Edit
from kg.clean.swap import Swap
from kg.clean.work import Work

#: Characters that nobody sees, and controls (line ends are kept).
_UNSEEN = (
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\u00ad\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb]"
)
#: A class that stands first and alone is searched for many times as fast as one that is repeated.
_INVISIBLE = re.compile(f"{_UNSEEN}{_UNSEEN}*")
_LINE_END = re.compile("\r\n")
_ONE_LINE_END = Swap("\r\x85\u2028\u2029", "\n\n\n\n")
#: Something of what `tidy_characters` looks for.
_ANY_ODD = re.compile(f"{_UNSEEN[:-1]}\r\x85\u2028\u2029\ue000-\uf8ff&]")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def tidy_characters(work: Work) -> None:
    """Take out what nobody sees and private bullets, read entities, make every line end the same."""
    if _ANY_ODD.search(work.text) is None:
        return  # one look for all of them
    _one_line_end(work)
    _decode_entities(work)
    _drop_bullets(work)


def _one_line_end(work: Work) -> None:
    text = work.text
    if "\r" in text or "\x85" in text or "\u2028" in text or "\u2029" in text:
        if "\r\n" in text:
            work.edit([Edit(m.start(), m.end(), "\n") for m in _LINE_END.finditer(text)])
        work.translate(_ONE_LINE_END(work.text))
    edits = [Edit(m.start(), m.end(), "") for m in _INVISIBLE.finditer(work.text)]
    work.note("invisible", len(edits))
    work.edit(edits)


#: Bullets of a word processor, which other machines have no character for.
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_BULLET = re.compile("^[ \t\u3000]*[\ue000-\uf8ff][\ue000-\uf8ff \t\u3000]*", re.MULTILINE)


def _drop_bullets(work: Work) -> None:
    """Private characters at the beginning of lines."""
    if _PRIVATE.search(work.text) is None:
        return
    edits = [Edit(m.start(), m.end(), "") for m in _BULLET.finditer(work.text)]
    work.note("invisible", len(edits))
    work.edit(edits)


def _decode_entities(work: Work) -> None:
    """``&nbsp;`` and its like, where plain text still carries them."""
    if "&" not in work.text:
        return
    edits: list[Edit] = []
    for match in _ENTITY.finditer(work.text):
        value = html.unescape(match.group())
        if value != match.group() and value != "\x00":
            edits.append(Edit(match.start(), match.end(), value.replace("\xa0", " ")))
    work.note("entity", len(edits))
    work.edit(edits)


#: Full-width letters, digits and signs, half-width marks (｡ ､ ｢ ｣ ･), odd blanks: one character each.
_ALWAYS = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_ALWAYS |= {
    ord(a): ord(b) for a, b in zip("｡､｢｣･％．＋＝＆＠＃＄＊＜＞＿｜￥\xa0", "。、「」·%.+=&@#$*<>_|¥ ", strict=True)
}
_ALWAYS |= dict.fromkeys((*range(8192, 8203), 8239, 8287, 5760), 32)
_NEEDS_ALWAYS = re.compile(f"[{''.join(map(re.escape, map(chr, _ALWAYS)))}]")
#: Marks that Chinese text writes either way; a page that mixes them is brought to the half-width form.
_PAIRS = {ord(a): ord(b) for a, b in zip("，：；（）！？", ",:;()!?", strict=True)}
_HALF_BETWEEN = re.compile(r"[,:;!?](?<=[\u3400-\u9fff”》」）].)(?=[\u3400-\u9fff“《「（])")
_HALF_MARK = re.compile(r"[,;:](?=\s*[\u3400-\u9fff“《])")


#: What `undo_mojibake`, `tidy_characters` and `unify_width` look for.
_ODD = re.compile(f"{_ANY_ODD.pattern[:-1]}{''.join(map(re.escape, map(chr, _ALWAYS)))}{MISREAD}]")
_HAN = re.compile(r"[\u3400-\u9fff]")


def has_odd_characters(text: str) -> bool:
    """Whether `undo_mojibake`, `tidy_characters` or `unify_width` may have something to do: one look for all three."""
    return _ODD.search(text) is not None or _HAN.search(text) is None


def unify_width(work: Work) -> bool:
    """Full-width digits and letters to ASCII; whether there were such digits."""
    text = work.text
    if _NEEDS_ALWAYS.search(text):
        changed = text.translate(_ALWAYS)
        work.note("width", sum(map(str.__ne__, text, changed)))
        work.translate(changed)
        return any(0xFF10 <= ord(c) <= 0xFF19 for c in text)
    return False


def unify_marks(work: Work, wide: bool) -> bool:
    """One width of punctuation in an article that mixes them (what the page has around it does not count); whether
    it does. `wide`: whether its page has full-width digits."""
    text = work.text
    if ("，" in text or "：" in text or "；" in text) and _mixes(text, wide):
        changed = half_marks(text)
        work.note("mixed_punctuation", sum(map(str.__ne__, text, changed)))
        work.translate(changed)
        return True
    return False


def half_marks(words: str) -> str:
    """The marks that Chinese writes in either width in half width."""
    return words.translate(_PAIRS)


def _mixes(text: str, wide: bool) -> bool:
    """A page in both widths: each is more than a slip of the keyboard, or digits too are in the wrong one."""
    full = text.count("，")
    if "," not in text and ";" not in text:
        return False
    half = len(_HALF_BETWEEN.findall(text))
    return half >= 1 if wide else half >= 2 and full >= 1 and half * 4 >= full
