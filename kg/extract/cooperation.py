"""Which regions cooperate and how: seven modes, each from what the text states or enacts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from kg.extract.document import Document, Sentence
from kg.extract.initiatives import FoundInitiative
from kg.extract.meetings import FoundMeeting
from kg.extract.parties import PRONOUN, Parties, Party, acting, contains, unique
from kg.extract.people import PersonMention
from kg.extract.places import OWN, Home, PlaceMention
from kg.lexicon import Gazetteer
from kg.lexicon.acts import pairing_pattern
from kg.model import Mode, Official

_SIGN = re.compile(
    r"(?:签署|签订|签定|签约|续签|缔结|达成|签下|互签)(?:了)?(?P<what>[^。;；]{0,80}?(?:协议|备忘录|协定|意向书|合作事项|共识|宣言|清单|公约|关系|友好|责任书|》))?"
)
_BUILD = re.compile(
    r"(?<!结对)(?<!合作)(?:携手共建|联合共建|合作共建|共同建设|共建|合建|共同打造|携手打造)(?!共[享治管商]|单位|机制|工作|活动|委员会|群|党)"
)
_INTEGRATE = re.compile(
    r"(?:主动|全面|深度|加快|积极|更好|全方位|高层次|加速|坚定不移|坚定|持续|纵深|率先|深入|联动|协同|高水平|抢抓|借势|服务和|服务|进一步|、|和|及|地)*"
    r"(?P<verb>融入|对接|接轨|嵌入|承接|衔接|联入|加入)(?:服务|对接|和服务|到|进|于|、对接|、接轨|、服务|和)?"
)
_PROGRAMME = re.compile(
    r"^(?:两[省市地区县]|三[省市地]|毗邻地区|边界?区域?|省际|城市|区域|全面|深度|产业|科技|文旅|经济|战略|务实|东西部|扶贫|劳务|消费|跨省|跨界|交界地区|山海|对口)*"
    r"(?:合作|协作|一体化|同城化|协同|联动|双城|互动|融合|共建|飞地)"
)
_NEGATIVE = re.compile(
    r"(?:排名|位列|位居|同比|高于|低于|超过|相比|对比|赛|战胜|气温|降雨|天气|台风|洪水|转会|列车|航班|客流)"
)
_STATED = re.compile(
    r"合作|协作|结对|缔结|友好|对接|共建|签署|签订|协议|帮扶|对口|联动|协同|一体化|携手|商定|互派|互访|共商"
)


@dataclass(frozen=True, slots=True)
class FoundTie:
    """Regions `a` and `b` cooperate in `mode`, as ``document.text[start:end]`` says."""

    a: Party
    b: Party
    mode: Mode
    sentence: Sentence
    start: int
    end: int
    rule: str


#: What shows that a place is the one that acts: it opens its clause, and a verb or adverb follows.
_SUBJECT_BEFORE = re.compile(
    r"(?:[,，;；:：。、“”\s]|推动|推进|支持|促进|引领|带动|说|表示|指出|强调|希望|加快|助力|让|使|与|和|同|是|将)$"
)
_SUBJECT_AFTER = re.compile(
    r"$|[,，、·—]|将|要|正|应|作为|立足|全面|主动|积极|加快|深度|融入|对接|接轨|承接|坚定|地处|是|始终|在|以|把|抢抓|深入|紧|充分|更|加|全|市|与|和|同|先|已|也|两|区|县|一直|依托|发挥|持续|坚持|聚焦|围绕|需|可|着力|乘|借|服务"
)


class Cooperation:
    """Reads all ties of one article."""

    def __init__(
        self,
        document: Document,
        gazetteer: Gazetteer,
        home: Home,
        places: Sequence[PlaceMention],
        meetings: Sequence[FoundMeeting],
        initiatives: Sequence[FoundInitiative],
        parties: Parties,
        people: Sequence[PersonMention],
        officials: Sequence[Official],
    ) -> None:
        self.document = document
        self.gazetteer = gazetteer
        self.home = home
        self.places = places
        self.meetings = meetings
        self.initiatives = initiatives
        self.parties = parties
        self.people = people
        self.officials = {o.name: o for o in officials}
        self.out: list[FoundTie] = []

    def read(self) -> list[FoundTie]:
        """Every tie once per pair and mode, in order of the text."""
        self._meetings()
        self._teams()
        by_sentence = self.document.by_sentence(self.places)
        for sentence in self.document.sentences:
            here = by_sentence.get(sentence.start, [])
            self._programmes(sentence, here)
            if _NEGATIVE.search(sentence.text) and not _STATED.search(sentence.text):
                continue
            self._agreements(sentence, here)
            self._buildings(sentence, here)
            self._pairings(sentence, here)
            self._integration(sentence, here)
        seen: set[tuple[frozenset[str], str]] = set()
        kept = []
        for tie in self.out:
            key = (frozenset((tie.a.name, tie.b.name)), tie.mode)
            if key not in seen and tie.a.name != tie.b.name:
                seen.add(key)
                kept.append(tie)
        return kept

    def _add(
        self, pairs: Iterable[tuple[Party, Party]], mode: Mode, sentence: Sentence, start: int, end: int, rule: str
    ) -> None:
        for a, b in pairs:
            if a.level == "cluster" and b.level == "cluster":
                continue
            if contains(self.gazetteer, a, b):
                continue
            self.out.append(FoundTie(a, b, mode, sentence, start, end, rule))

    # -- meetings and visits -----------------------------------------------------------------------------------------------

    def _meetings(self) -> None:
        for meeting in self.meetings:
            parties = self.parties.of(meeting)
            if not 2 <= len(parties) <= 6:
                continue
            pairs = list(combinations(parties, 2))
            if meeting.visit:
                if _STATED.search(meeting.sentence.text) or _STATED.search(self.document.text):
                    self._add(pairs, "exchange", meeting.sentence, meeting.start, meeting.end, "visit")
            elif not self.parties.from_above(meeting):
                self._add(pairs, "joint_meeting", meeting.sentence, meeting.start, meeting.end, "joint")
            if pairing_pattern().search(meeting.name) and len(parties) == 2:
                self._add(pairs, "pairing", meeting.sentence, meeting.start, meeting.end, "joint")

    # -- agreements --------------------------------------------------------------------------------------------------------

    def _agreements(self, sentence: Sentence, here: Sequence[PlaceMention]) -> None:
        text, base = sentence.text, sentence.start
        for match in _SIGN.finditer(text):
            if not match.group("what") and not match.group().startswith(("签约", "缔结", "续签")):
                continue
            if match.group().startswith("达成") and not re.search(r"协议|合作", match.group()):
                continue
            clause = self._clause(text, match.start())
            if clause and re.fullmatch(
                r"(?:并|还|同时|共同|正式|一并|联合|又|也|当场|现场|最后)*", text[clause : match.start()]
            ):
                clause = self._clause(text, clause - 1)  # 四市共同发布…,并签订…: the subject stands before
            parties_text = text[clause : match.start()]
            pairs = self._pairs(parties_text, base + clause, here)
            if not pairs:
                named = [
                    i
                    for i in self.initiatives
                    if i.sentence is sentence
                    and match.start() + base <= i.start < match.end() + base + 40
                    and i.kind == "agreement"
                ]
                for initiative in named:
                    inside = unique(
                        Party.of(p) for p in acting(here) if initiative.start <= p.start and p.end <= initiative.end
                    )
                    if len(inside) == 2:
                        pairs = [(inside[0], inside[1])]
            if pairs:
                self._add(pairs, "agreement", sentence, base + clause, base + match.end(), "signed")
                if re.search(r"结对|对口|帮扶协作|友好", match.group()) and not re.search("友好", match.group()):
                    self._add(pairs, "pairing", sentence, base + clause, base + match.end(), "signed")
                if re.search(r"共建", match.group()) and not re.search(r"结对共建", match.group()):
                    self._add(pairs, "co_build", sentence, base + clause, base + match.end(), "signed")

    def _clause(self, text: str, at: int) -> int:
        """Where the clause that holds `at` begins; lists of parties joined by 、 belong to it, and so does a comma list of pairs."""
        start = max(text.rfind(c, 0, at) for c in "。;；:：\n") + 1
        comma = max(text.rfind(c, start, at) for c in ",，")
        while comma >= start:
            segment = text[comma + 1 : at]
            previous_start = max(start, max(text.rfind(c, start, comma) for c in ",，") + 1)
            previous = text[previous_start:comma]
            if (
                re.search(r"[\u4e00-\u9fff]{2,}[与和]", previous)
                and re.search(r"[与和]", segment)
                and not re.search(r"(?:说|表示|强调|指出|主持|出席|讲话|举行|召开|考察|签)", previous)
            ):
                at_comma = comma
                comma = previous_start - 1
                if comma < start:
                    return previous_start
                del at_comma
                continue
            return comma + 1
        return start

    def _pairs(self, text: str, offset: int, here: Sequence[PlaceMention]) -> list[tuple[Party, Party]]:
        """A与B · A、B与C · A分别与B、C · A与B、C与D · 两市: who signs, builds or pairs with whom in this stretch."""
        inside = [p for p in acting(here) if p.start >= offset and p.end <= offset + len(text)]
        compounds = [p for p in inside if p.form == "compound"]
        inside = [p for p in inside if p not in compounds]
        inside = [
            p
            for p in inside
            if not re.match(
                r"[\u4e00-\u9fff]{0,10}?(?:公司|集团|大学|企业|商会|银行|学院|研究院)", text[p.end - offset :]
            )
        ]
        pronoun = None
        for found in PRONOUN.finditer(text):
            pronoun = found
        own = OWN.search(text)
        if own is not None and len(unique(Party.of(p) for p in inside)) >= 1 and pronoun is None:
            place = self.home.at(own.group(2))
            if place is not None:
                mine = Party(place.name, place, place.level)
                return [(mine, Party.of(p)) for p in inside if p.name != mine.name]
        first = inside[0].start if inside else offset
        for prefix in reversed([p for p in here if p.prefix and offset <= p.start]):
            first = prefix.start if prefix.end == first else first
        if inside and re.search(r"(?:与|同|跟|和|对|携手)$", text[: first - offset]):
            # 与汉中市略阳县、留坝县结对: all named are partners of whoever speaks
            lead = self._leading(first - 1)
            if not any(re.search(r"[与和同跟]", text[a.end - offset : b.start - offset]) for a, b in pairwise(inside)):
                return [(lead, Party.of(p)) for p in inside if lead.name != p.name] if lead else []
        groups = self._groups(text, offset, inside)
        if groups:
            return groups
        if pronoun is not None:
            meant = self.parties.meant(pronoun, inside)
            return list(combinations(meant, 2)) if len(meant) <= 6 else []
        return []

    def _leading(self, at: int) -> Party | None:
        """Whose partners are named at `at` without saying so: the subject told before in the sentence, else the page's own."""
        sentence = self.document.sentence_at(at)
        here = [p for p in self.places if p.start >= sentence.start and p.end <= sentence.end]
        subjects = self._subjects(sentence, at, here)
        return subjects[0] if len(subjects) == 1 else None

    def _groups(self, text: str, offset: int, inside: Sequence[PlaceMention]) -> list[tuple[Party, Party]]:
        if len(inside) < 2:
            return []
        pairs: list[tuple[Party, Party]] = []
        links: list[str] = []
        for left, right in pairwise(inside):
            links.append(text[left.end - offset : right.start - offset])
        joined = [bool(re.search(r"(?:与|和|同|跟)", link)) and not re.search(r"[,，]", link) for link in links]
        if not any(joined):
            if all(re.fullmatch(r"[、·—\-\s]|及|以及", link) for link in links):
                found = unique(Party.of(p) for p in inside)
                return list(combinations(found, 2)) if 2 <= len(found) <= 6 else []
            return []
        count = sum(joined)
        if count == 1:
            at = joined.index(True)
            ours = unique(Party.of(p) for p in self._tail(inside[: at + 1], links[:at]))
            theirs = unique(Party.of(p) for p in self._head(inside[at + 1 :], links[at + 1 :]))
            if len(ours) == 1 or len(theirs) == 1:
                return [(a, b) for a in ours for b in theirs]
            if len(ours) == len(theirs) and "分别" in text:
                return list(zip(ours, theirs, strict=True))
            return [(a, b) for a in ours for b in theirs] if len(ours) * len(theirs) <= 6 else []
        for index, is_joined in enumerate(joined):
            if is_joined:
                pairs.append((Party.of(inside[index]), Party.of(inside[index + 1])))
        if count >= 2 and re.search(r"分别(?:与|和|同)", text) and not any("、" in link for link in links[:1]):
            first = Party.of(inside[0])
            return [(first, Party.of(p)) for p in inside[1:]]
        return pairs

    @staticmethod
    def _tail(run: Sequence[PlaceMention], links: Sequence[str]) -> list[PlaceMention]:
        out = [run[-1]]
        for mention, link in zip(reversed(run[:-1]), reversed(links), strict=False):
            if not re.fullmatch(r"[\u4e00-\u9fff]{0,8}[、]|及|和", link):
                break
            out.insert(0, mention)
        return out

    @staticmethod
    def _head(run: Sequence[PlaceMention], links: Sequence[str]) -> list[PlaceMention]:
        out = [run[0]]
        for mention, link in zip(run[1:], links, strict=False):
            if not re.fullmatch(r"[\u4e00-\u9fff]{0,8}[、]|及|和", link):
                break
            out.append(mention)
        return out

    # -- building together -------------------------------------------------------------------------------------------------

    def _buildings(self, sentence: Sentence, here: Sequence[PlaceMention]) -> None:
        text, base = sentence.text, sentence.start
        for match in _BUILD.finditer(text):
            clause = self._clause(text, match.start())
            pairs = self._pairs(text[clause : match.start()], base + clause, here)
            thing = text[match.end() : match.end() + 40]
            named = any(
                i.start >= base + match.start() - 2 and i.start <= base + match.end() + 30 for i in self.initiatives
            )
            by = text[clause : match.start()].startswith("由") or "由" in text[max(0, clause - 1) : match.start()]
            concrete = (
                named
                or (by and bool(pairs))
                or re.match(
                    r"了?[^,，。;；]{0,20}?(?:园区|产业园|飞地|基地|示范区|合作区|试验区|产业带|走廊|园|样板|平台|联盟|集群|中心|通道|大桥|项目)",
                    thing,
                )
            )
            inside_name = any(i.start <= base + match.start() < i.end for i in self.initiatives)
            if inside_name:
                continue
            if not pairs and concrete and named and len(self.parties.main) == 2:
                pairs = [(self.parties.main[0], self.parties.main[1])]
            elif not pairs and re.search(r"(?:三市|各市|三县|三地|四市)", text[: match.start()]):
                pronoun = next(iter(PRONOUN.finditer(text)), None)
                meant = self.parties.meant(pronoun, []) if pronoun else []
                pairs = list(combinations(meant, 2)) if 2 <= len(meant) <= 6 else []
            if pairs and concrete:
                self._add(pairs, "co_build", sentence, base + clause, base + match.end(), "build")
        for initiative in self.initiatives:
            if initiative.sentence is not sentence or "共建" not in initiative.name or "结对共建" in initiative.name:
                continue
            inside = unique(
                Party.of(p)
                for p in here
                if p.level != "cluster" and initiative.start <= p.start and p.end <= initiative.end
            )
            if len(inside) == 2:
                self._add([(inside[0], inside[1])], "co_build", sentence, initiative.start, initiative.end, "named")
            elif len(inside) < 2 and len(self.parties.main) == 2:
                self._add(
                    [(self.parties.main[0], self.parties.main[1])],
                    "co_build",
                    sentence,
                    initiative.start,
                    initiative.end,
                    "named",
                )

    # -- paired assistance ---------------------------------------------------------------------------------------------------

    def _pairings(self, sentence: Sentence, here: Sequence[PlaceMention]) -> None:
        text, base = sentence.text, sentence.start
        for match in pairing_pattern().finditer(text):
            if any(
                m.start <= base + match.start() < m.end
                for m in (x for meeting in self.meetings for x in meeting.mentions)
            ):
                continue
            clause = self._clause(text, match.start())
            pairs = self._pairs(text[clause : match.start()], base + clause, here)
            if pairs:
                self._add(pairs, "pairing", sentence, base + clause, base + match.end(), "paired")
                continue
            own = OWN.search(text)
            near = [
                p
                for p in acting(here)
                if clause + base <= p.start < base + match.start() and match.start() - (p.end - base) <= 14
            ]
            after = self._object(here, base + match.end()) or [
                p for p in acting(here) if 0 <= p.start - base - match.end() <= 2 and match.group().startswith("对口")
            ]
            mine = self.home.at(own.group(2)) if own else None
            if mine is not None and (near or after):
                me = Party(mine.name, mine, mine.level)
                self._add(
                    [(me, Party.of(p)) for p in (*near, *after)],
                    "pairing",
                    sentence,
                    base + clause,
                    base + match.end(),
                    "own",
                )
            elif after and (near or here):
                giver = [p for p in acting(here) if p.end <= base + match.start()]
                if giver:
                    self._add(
                        [(Party.of(giver[-1]), Party.of(p)) for p in after],
                        "pairing",
                        sentence,
                        base + clause,
                        base + match.end(),
                        "paired",
                    )

    @staticmethod
    def _object(here: Sequence[PlaceMention], at: int) -> list[PlaceMention]:
        """The place told right at `at`, through what it lies in: 结对帮扶|四川省青川县."""
        for mention in here:
            if mention.start == at and not mention.inside:
                if not mention.prefix:
                    return [mention] if mention.level != "cluster" else []
                at = mention.end
        return []

    def _teams(self) -> None:
        """陕西省第九批援藏工作队 in a report from 阿里: the sender is paired with where it serves."""
        for match in re.finditer(
            r"(?:第[一二三四五六七八九十\d]+批)?援(?P<to>[藏疆青])(?:工作队|工作组|干部人才|前方指挥部|指挥部|医疗队)",
            self.document.text,
        ):
            giver = next((p for p in reversed(acting(self.places)) if p.end == match.start()), None)
            where = {"藏": "54", "疆": "65", "青": "63"}[match.group("to")]
            home = [
                p
                for p in self.home.by_level.values()
                if p.code and p.code.startswith(where) and p.level in ("prefecture", "county")
            ]
            if giver is None or giver.place is None or not home:
                continue
            taker = next((p for p in home if p.level == "prefecture"), home[0])
            sentence = self.document.sentence_at(match.start())
            self._add(
                [(Party.of(giver), Party(taker.name, taker, taker.level))],
                "pairing",
                sentence,
                giver.start,
                match.end(),
                "team",
            )

    # -- aligning with a cluster -----------------------------------------------------------------------------------------------

    def _integration(self, sentence: Sentence, here: Sequence[PlaceMention]) -> None:
        text, base = sentence.text, sentence.start
        clusters = [p for p in here if p.level == "cluster" and p.form != "compound" and not p.inside]
        for match in _INTEGRATE.finditer(text):
            at = base + match.end()
            direct = [
                p
                for p in acting(here)
                if p.start == at and p.level in ("province", "prefecture", "zone") and p.form != "compound"
            ]
            strong = match.group("verb") in ("接轨", "融入") or (
                match.group("verb") == "对接" and len(match.group()) > 2
            )
            if direct and strong and re.match(r"[,，、。;；和与]|发展|$", text[direct[0].end - base :]):
                before = [p for p in acting(here) if p.end <= base + match.start()]
                if before and _SUBJECT_AFTER.match(text[before[-1].end - base : before[-1].end - base + 4]):
                    self._add(
                        [(Party.of(before[-1]), Party.of(direct[0]))],
                        "integration",
                        sentence,
                        before[-1].start,
                        direct[0].end,
                        "align",
                    )
            targets = [
                c
                for c in clusters
                if 0 <= c.start - at <= 3
                or (0 <= c.start - at <= 12 and not re.search(r"[,，。;；“]", text[match.end() : c.start - base]))
            ]
            if not targets:
                continue
            more = [
                c
                for c in clusters
                if c.start > targets[0].end
                and re.fullmatch(r"[、和与及]|以及", text[targets[-1].end - base : c.start - base] or "x")
            ]
            for subject in self._subjects(sentence, base + match.start(), here):
                for target in (targets[0], *more):
                    self._add(
                        [(subject, Party.of(target))],
                        "integration",
                        sentence,
                        base + match.start(),
                        target.end,
                        "align",
                    )

    def _subjects(self, sentence: Sentence, at: int, here: Sequence[PlaceMention]) -> list[Party]:
        """Who aligns: the region named before in the sentence, 我市, the speaker's region, the page's own."""
        text, base = sentence.text, sentence.start
        stretch = max(text.rfind(c, 0, at - base) for c in "。;；") + 1
        before = [p for p in acting(here) if base + stretch <= p.start and p.end <= at and p.form != "compound"]
        own = list(OWN.finditer(text, stretch, at - base))
        if own and (not before or own[-1].start() + base > before[-1].start):
            place = self.home.at(own[-1].group(2))
            return [Party(place.name, place, place.level)] if place else []
        for near in reversed(before):
            lead = text[max(0, near.start - base - 3) : near.start - base]
            tail = text[near.end - base : near.end - base + 4]
            if (not lead or _SUBJECT_BEFORE.search(lead)) and _SUBJECT_AFTER.match(tail):
                return [Party.of(near)]
        speaker = [m for m in self.people if m.sentence is sentence and m.end <= at]
        for mention in speaker[-1:]:
            official = self.officials.get(mention.name)
            for position in official.positions if official else ():
                place_mention = next((p for p in self.places if p.name == position.region and p.place), None)
                if place_mention is not None and place_mention.level in ("prefecture", "county", "zone"):
                    return [Party.of(place_mention)]
        if self.parties.main:
            return self.parties.main if re.search(r"携手|双方|两地|两市|共同", text[: at - base][-16:]) else []
        local = bool(self.document.source or self.document.hints) or OWN.search(self.document.text) is not None
        place = self.home.place if self.home.sure and local else None  # a national report has no region of its own
        return [Party(place.name, place, place.level)] if place else []

    # -- programmes ------------------------------------------------------------------------------------------------------------

    def _programmes(self, sentence: Sentence, here: Sequence[PlaceMention]) -> None:
        """苏皖合作, 粤黔东西部协作, 昌九一体化: an abbreviation of several regions with what they do together."""
        text, base = sentence.text, sentence.start
        run: list[PlaceMention] = []
        for mention in [*here, None]:
            if mention is not None and mention.form == "compound" and (not run or mention.start == run[-1].end):
                run.append(mention)
                continue
            if 2 <= len(run) <= 6 and _PROGRAMME.match(text[run[-1].end - base :]):
                parties = unique(Party.of(p) for p in run)
                tail = _PROGRAMME.match(text[run[-1].end - base :])
                end = run[-1].end + (tail.end() if tail else 0)
                self._add(combinations(parties, 2), "programme", sentence, run[0].start, end, "abbreviation")
                if pairing_pattern().match(text, run[-1].end - base):
                    self._add(combinations(parties, 2), "pairing", sentence, run[0].start, end, "abbreviation")
            run = [mention] if mention is not None and mention.form == "compound" else []
