package main

// verb is one thing that a command of several can do.
type verb struct {
	takes []string // the words after it; nil where run looks at them itself
	opens access
	run   func(words []string) error
}

// verbs are what a command can do, by the word after its name.
type verbs map[string]verb

// run does what the first word says. Missing is the error where there is none,
// unknown makes the error for one that is not a verb.
func (v verbs) run(s *session, words []string, missing string, unknown func(word string) error) error {
	if len(words) == 0 {
		return wrongUse("terminal.use.missing", "what", missing)
	}
	chosen, ok := v[words[0]]
	if !ok {
		return unknown(words[0])
	}
	words = words[1:]
	if chosen.takes != nil {
		if err := exactly(words, chosen.takes...); err != nil {
			return err
		}
	}
	if err := s.openFor(chosen.opens); err != nil {
		return err
	}
	return chosen.run(words)
}

// noVerb returns the error for a word that is one too many.
func noVerb(word string) error { return wrongUse("terminal.use.tooMany", "word", word) }

// noVerbOf makes the error for a word that a command does not know.
func noVerbOf(command string) func(word string) error {
	return func(word string) error { return wrongUse("terminal.use.command", "name", command+" "+word) }
}
