"""Organizations as keys: one organ under its several written forms (中共赣州市委, 赣州市委员会; 赣州市政府)."""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache
from importlib import resources

from kg.resolve.names import title_key

_FORMS = (
    (re.compile("第?[一二三四五六七八九十]{1,3}届(?=全国|中央|人民代表大会|人大|政协|人民政协|委员会)"), ""),
    (re.compile("^(?:中国共产党|中共)(?=.{2})(?!中央$)"), ""),
    (re.compile("^(?:中国人民政治协商会议|政治协商会议|政协)(.+?)委员会$"), r"\1政协"),
    (re.compile("(?<=[省市县区州盟旗])委员会$"), "委"),
    (re.compile("(?<=.中央)委员会$"), ""),
    (re.compile("^全国人民代表大会(?!$|常务)"), "全国人大"),
    (re.compile("(?<=[省市县区州盟旗乡镇])政府$"), "人民政府"),
)
#: What every place has one of: without a place it is nobody's.
_EVERYWHERE = re.compile(
    "(?:[我本该全]?(?:[省市县区州盟旗乡镇村]|自治[区州县旗]))?"
    "(?:.|委会|委员会|党委|党组|政府|人民政府|政府党组|党工委|工委|管委会|纪委|人大|人大常委会|政协|党支部|村支部|村委会|居委会|办公室)"
)
#: A body that says nothing of what it is for: even with its place it is nobody's in particular.
NAMELESS = re.compile("(?:领导|工作|协调|推进|指导|督导)?小组|(?:领导|工作|指导|督导)组|指挥部|工作专班|筹备组|筹委会")


@lru_cache(maxsize=1 << 14)
def canonical(name: str) -> str:
    """The form under which written forms of one organ meet."""
    name = title_key(name)
    for pattern, form in _FORMS:
        name = pattern.sub(form, name)
    for size in range(len(name), 1, -1):  # the longest ending first
        if (form_ := _endings().get(name[-size:])) is not None:
            name = name[:-size] + form_
            break
    return _whole().get(name, name)


@lru_cache(maxsize=1 << 13)
def everywhere(name: str) -> bool:
    """Whether a name without its place (委, 县人民政府, 发改局) fits an organ of every place."""
    key = canonical(name)
    if _EVERYWHERE.fullmatch(key) is not None or NAMELESS.fullmatch(key) is not None:
        return True
    return not key.endswith("部") and key in _endings().values()


@cache
def _endings() -> dict[str, str]:
    return _table("organ_words.csv")


@cache
def _whole() -> dict[str, str]:
    return _table("organ_names.csv")


def _table(name: str) -> dict[str, str]:
    with resources.files(__package__).joinpath("data", name).open(encoding="utf-8") as handle:
        rows = csv.reader(handle)
        next(rows)
        return {row[0]: row[1] for row in rows}
