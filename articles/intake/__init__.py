"""What comes in from elsewhere. A pasted text is read and understood in `paste`, purely, and
stored as a draft by `story`. Nothing of a text is lost or invented: what could not be understood
stays a paragraph, and what was guessed is marked as a proposal."""
