"""Where a meeting was, by a name that means something outside its article too."""

from __future__ import annotations

import re

from kg.model import Meeting, Record

#: A place that only its article's readers know.
_HERE = re.compile("[我本该全][省市县区州盟旗乡镇村]|当地|这里")


def place_name(record: Record, meeting: Meeting) -> str | None:
    """The place of a meeting; where the record calls it 我市, the region that it says the meeting was held in."""
    if not meeting.place or not _HERE.fullmatch(meeting.place):
        return meeting.place
    held = (r.target for r in record.relations if r.type == "HELD_IN" and r.source == meeting.name)
    return next(held, None)
