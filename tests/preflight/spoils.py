"""Every way to spoil a ready story: the rule, how grave it is, the act, words of the finding."""

from __future__ import annotations

from tests.preflight.spoils_of_pictures import PICTURES
from tests.preflight.spoils_of_sources import SOURCES
from tests.preflight.spoils_of_words import WORDS

SPOILS = [*WORDS, *PICTURES, *SOURCES]
