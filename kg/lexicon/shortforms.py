"""How a division's official name is shortened: 九江市 → 九江, 恩施土家族苗族自治州 → 恩施州, 恩施.

Only what follows from the name by rule; forms that follow from no rule (内蒙, 锡盟, 大厂) stand in ``data/aliases.csv``.
"""

from __future__ import annotations

import re

#: The ethnic groups as they stand in division names, with and without 族; longest first so that 蒙古族 beats 蒙古.
_GROUPS = (
    "蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 傣族 黎族 傈僳族 佤族 "
    "畲族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 阿昌族 "
    "普米族 塔吉克族 怒族 鄂温克族 德昂族 保安族 裕固族 独龙族 鄂伦春族 各族 蒙古 维吾尔 哈萨克 柯尔克孜 塔吉克 锡伯"
).split()
_AUTONOMOUS = re.compile(
    "^(?P<stem>.+?)(?:" + "|".join(sorted(_GROUPS, key=len, reverse=True)) + ")+自治(?P<rank>区|州|县|旗)$"
)
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
        forms = [stem] if rank == "区" else [stem + rank, stem]
        return tuple(form for form in forms if len(form) >= 2)
    match = _PLAIN.match(name)
    if match is None or _BARE.match(name):
        return ()
    return (match["stem"],)
