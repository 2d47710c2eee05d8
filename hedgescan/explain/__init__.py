"""What hedgescan can say about itself: its cues and terms, why a cue fired in a sentence, whether a lexicon behaves."""
