"""Organizations as keys: one organ under its several written forms (中共赣州市委, 赣州市委员会; 赣州市政府)."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.resolve.names import title_key

_FORMS = (
    (re.compile("^(?:中国共产党|中共)(?=.{2})(?!中央)"), ""),
    (re.compile("^(?:中国人民政治协商会议|政治协商会议|政协)(.+?)委员会$"), r"\1政协"),
    (re.compile("(?<=[省市县区州盟旗])委员会$"), "委"),
    (re.compile("(?<=[省市县区州盟旗乡镇])政府$"), "人民政府"),
    (re.compile("人民代表大会常务委员会$"), "人大常委会"),
    (re.compile("人民代表大会$"), "人大"),
    (re.compile("管理委员会$"), "管委会"),
    (re.compile("发展和改革委员会$"), "发改委"),
    (re.compile("人力资源和社会保障(?=[局厅部]$)"), "人社"),
    (re.compile("党的工作委员会$|党工作委员会$"), "党工委"),
)


@lru_cache(maxsize=1 << 17)
def canonical(name: str) -> str:
    """The form under which written forms of one organ meet."""
    name = title_key(name)
    for pattern, form in _FORMS:
        name = pattern.sub(form, name)
    return name
