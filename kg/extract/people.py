"""Who is named: every way a page names a person in an official capacity, asked in order of the surest."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from kg.extract.behind import between, captioned, conference_of, courtesy, members_of
from kg.extract.document import Document, Sentence
from kg.extract.mentions import PersonMention
from kg.extract.names import first_characters, longer_name
from kg.extract.notices import appointed_in, header_of
from kg.extract.places import PlaceMention
from kg.extract.titled import titled
from kg.extract.titles import Title
from kg.extract.untitled import bare_lists, by_surname, headline_runs, leaders_acting, repeats
from kg.lexicon.names import country_pattern

#: The page tells a life: what it says somebody became was long ago.
_LIFE = re.compile(r"讣告|逝世|生平|遗体|诞辰|追忆|缅怀|悼念")


def find_people(
    document: Document,
    places: Sequence[PlaceMention],
    *,
    sure: Collection[str] = (),
    unread: list[tuple[Sentence, int]] | None = None,
) -> list[PersonMention]:
    """All mentions of people in an official (or clearly other) capacity, in order of the text.

    Titled names first; then, with the names so learnt, bare lists and headlines; last, every further mention of them.
    `sure` are names a recognizer vouches for; `unread` receives the places (sentence, offset in it) after a title where
    the rules see no name.
    """
    mentions: list[PersonMention] = []
    known: set[str] = set(sure)

    def learn(found: Collection[PersonMention]) -> None:
        mentions.extend(found)
        known.update(m.name for m in found)

    abroad = [(m.start(), m.end()) for m in country_pattern().finditer(document.text)]
    for sentence in document.sentences:
        learn([_at_length(document, m) for m in titled(document, sentence, places, known, abroad, unread)])
    header = ""
    life = any(_LIFE.search(s.text) for s in document.headlines)
    for sentence in document.sentences:
        header = header_of(sentence, header)
        found = appointed_in(sentence, places, mentions, header)
        learn([replace(m, titles=[]) for m in found] if life else found)  # 同年6月,万里同志调任…: held once
    for sentence in document.body:
        learn(captioned(sentence, places, mentions))
    for sentence in document.body:
        learn([*courtesy(sentence, places, mentions), *between(sentence, places, mentions)])
    conference = conference_of(document)
    if conference:
        for mention in mentions:
            mention.titles = [_of_conference(t, conference) for t in mention.titles]
    if conference is not None:
        for sentence in document.body:
            learn(members_of(sentence, conference, mentions))
    firsts = first_characters() | {name[0] for name in known}
    for sentence in document.body:
        learn(bare_lists(sentence, mentions, known, firsts))
    for sentence in document.headlines:
        learn(leaders_acting(sentence, mentions))
        learn(headline_runs(sentence, known, mentions))
    mentions.extend(repeats(document, mentions, known))
    mentions.extend(by_surname(document, mentions))
    for mention in mentions:
        _as_of(document, mention)
    mentions.sort(key=lambda m: m.start)
    return mentions


def _at_length(document: Document, mention: PersonMention) -> PersonMention:
    """The mention with the name that the rest of the page gives it: 孙家正在会上强调, where it says 孙家正说 too."""
    end = longer_name(document.text, mention.start, mention.end)
    return mention if end == mention.end else replace(mention, name=document.text[mention.start : end], end=end)


def _of_conference(title: Title, conference: str) -> Title:
    """政协委员A on a page of 全国政协: its member."""
    bare = title.organ == "政协" and not title.level and title.region_start < 0
    return replace(title, organ=conference, central=True) if bare else title


#: 1985年,李四同志任|上海市市长; 1991年3月至1994年9月,李四任|上海市委书记: a life told
_TOOK_OFFICE = re.compile(
    r"(?:^|[,，。;；\s])(?P<year>\d{4}|[一二][一二三四五六七八九〇○零]{3})年[^。;；]{0,40}?(?:调任|出任|升任|历任|兼任|担任|当选为?|任)$"
)
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_TO_THIS_DAY = re.compile("至今|现任|今年|今天|今日")


def _as_of(document: Document, mention: PersonMention) -> None:
    """Posts that a life tells to have been taken years ago are no longer held on the page's day."""
    published, text = document.published, mention.sentence.text
    if not mention.titles or not published or not published[:4].isdigit() or _TO_THIS_DAY.search(text):
        return
    took = _TOOK_OFFICE.search(text[: min(t.start for t in mention.titles)])
    if took is not None and int(took.group("year").translate(_DIGITS)) + 2 < int(published[:4]):
        mention.titles = [replace(t, status="former") for t in mention.titles]
