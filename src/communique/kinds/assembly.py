"""Which module assembles which kind; the counterpart of `registry.KINDS`."""

from __future__ import annotations

from collections.abc import Callable

from communique.kinds import (
    act,
    agreement,
    commitment,
    courtesy,
    gathering,
    indicator,
    invitation,
    meeting,
    partnership,
    position,
    project,
    visit,
)
from communique.reading.cue_hit import CueHit
from communique.reading.sentence import Sentence

Assemble = Callable[[Sentence, list[CueHit]], None]

ASSEMBLE: dict[str, Assemble] = {
    "meeting": meeting.assemble,
    "visit": visit.assemble,
    "invitation": invitation.assemble,
    "agreement": agreement.assemble,
    "partnership": partnership.assemble,
    "commitment": commitment.assemble,
    "position": position.assemble,
    "courtesy": courtesy.assemble,
    "project": project.assemble,
    "gathering": gathering.assemble,
    "act": act.assemble,
    "indicator": indicator.assemble,
}
