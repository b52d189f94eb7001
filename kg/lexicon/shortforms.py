"""How a division's official name is shortened: 九江市 → 九江, 恩施土家族苗族自治州 → 恩施州, 恩施.

Only what follows from the name by rule; forms that follow from no rule (内蒙, 锡盟, 大厂) stand in
``data/aliases.csv``.
"""

from __future__ import annotations

import re

from kg.lexicon.csvs import rows

#: The ethnic groups as they stand in division names, with and without 族; longest first so that 蒙古族 beats 蒙古.
_GROUPS = sorted((line["people"] for line in rows("peoples")), key=len, reverse=True)
_AUTONOMOUS = re.compile("^(?P<stem>.+?)(?:" + "|".join(_GROUPS) + ")+自治(?P<rank>区|州|县|旗)$")
_EMBEDDED = re.compile("^(?P<stem>东乡|鄂温克|鄂伦春)族?自治(?P<rank>县|旗)$")
_PLAIN = re.compile("^(?P<stem>.{2,}?)(?:特别行政区|自治区|自治州|地区|林区|特区|省|市|盟|区|县|旗)$")
#: What is left of these is a word of every town (市中, 老城, 左): no name.
_BARE = re.compile("^(?:.*[左右前后中]旗|市[中南北]区|城[中东西北]区|[新老]城区)$")


def short_forms(name: str) -> tuple[str, ...]:
    """The short forms of an official division name, longest first, the name itself not among them.

    A form of one character (赵 for 赵县) or a bare direction (城, 左) is not given: it names nothing by itself.
    """
    match = _EMBEDDED.match(name) or _AUTONOMOUS.match(name)
    if match:
        stem, rank = match["stem"], match["rank"]
        forms = [stem] if rank == "区" else [stem + "自治" + rank, stem + rank, stem]  # 道真自治县, 道真县, 道真
        return tuple(form for form in forms if len(form) >= 2 and form != name)
    match = _PLAIN.match(name)
    if match is None or _BARE.match(name):
        return ()
    return (match["stem"],)
