package main

import (
	"cmp"
	"flag"
	"io"
	"slices"
	"strings"

	"infoklass/domain/text"
)

// command is one thing that the program does.
type command struct {
	name  string
	usage string // what follows the name; a word in brackets may be left out
	help  string // key of the sentence that says what it does
	json  string // what it prints with --json
	// list says more of what it does, a line for each thing it can be about; it may be nil.
	list func(p *text.Printer) []string

	takes []string // the words after its name, by what they stand for; nil where run looks at them itself
	opens access
	run   func(s *session, words []string) error
	// prepare is there in place of run where the command has flags of its own: it adds them and returns what runs the command.
	prepare func(s *session, f flagSet) func(words []string) error
}

func commands() []command {
	return []command{
		initCommand, exampleCommand, importCommand, exportCommand, assetsCommand, assetCommand, unitCommand, handoverCommand,
		classifyCommand, commonCommand, matrixCommand, scaleCommand, linkCommand, unlinkCommand, linksCommand, raiseCommand, lowerCommand,
		requirementsCommand, assessCommand, exceptCommand, platformCommand, catalogueCommand, actionCommand, dutiesCommand, policyCommand, markCommand,
		reportCommand, historyCommand, undoCommand, redoCommand, verifyCommand,
		backupCommand, restoreCommand, helpCommand(), versionCommand,
	}
}

// formerly are names that commands once had: scheduled tasks may still use them.
var formerly = map[string]string{"units": "unit"}

func find(name string) (command, bool) {
	name = cmp.Or(formerly[name], name)
	all := commands()
	i := slices.IndexFunc(all, func(c command) bool { return c.name == name })
	if i < 0 {
		return command{}, false
	}
	return all[i], true
}

// do reads the arguments and runs the command that they name.
func (s *session) do(args []string) error {
	general := flag.NewFlagSet("", flag.ContinueOnError)
	general.SetOutput(io.Discard)
	s.generalFlags(general)
	help := helpFlag(general)
	if err := parse(general, args); err != nil {
		return err
	}
	if err := s.choose(); err != nil {
		return err
	}
	rest := general.Args()
	switch {
	case *help:
		return s.help(nil)
	case len(rest) == 0:
		return wrongUse("terminal.use.noCommand")
	}
	c, ok := find(rest[0])
	if !ok {
		return wrongUse("terminal.use.command", "name", rest[0])
	}
	return s.start(c, rest[1:])
}

func (s *session) start(c command, args []string) error {
	f := flag.NewFlagSet(c.name, flag.ContinueOnError)
	f.SetOutput(io.Discard)
	s.generalFlags(f)
	help := helpFlag(f)
	run := c.with(s, f)
	words, err := interspersed(f, args)
	if err == nil {
		err = s.choose()
	}
	if *help {
		return s.help([]string{c.name})
	}
	if err == nil && c.takes != nil {
		err = exactly(words, c.takes...)
	}
	if err == nil {
		err = s.openFor(c.opens)
	}
	if err != nil {
		return err
	}
	return run(words)
}

// with adds the command's flags and returns what runs it.
func (c command) with(s *session, f *flag.FlagSet) func(words []string) error {
	if c.prepare != nil {
		return c.prepare(s, flagSet{f})
	}
	return func(words []string) error { return c.run(s, words) }
}

func helpFlag(f *flag.FlagSet) *bool {
	help := f.Bool("help", false, "")
	f.BoolVar(help, "h", false, "")
	return help
}

// interspersed parses flags before, between and after the words,
// and returns the words. After "--" everything is a word.
func interspersed(f *flag.FlagSet, args []string) ([]string, error) {
	var words []string
	for {
		if err := parse(f, args); err != nil {
			return nil, err
		}
		rest := f.Args()
		if taken := len(args) - len(rest); taken > 0 && args[taken-1] == "--" {
			return append(words, rest...), nil
		}
		if len(rest) == 0 {
			return words, nil
		}
		words, args = append(words, rest[0]), rest[1:]
	}
}

// parse parses flags and says in the person's language what is wrong with them.
func parse(f *flag.FlagSet, args []string) error {
	err := f.Parse(args)
	if err == nil {
		return nil
	}
	name, unknown := faulty(err.Error())
	switch {
	case unknown:
		return wrongUse("terminal.use.flag", "flag", name)
	case strings.HasPrefix(err.Error(), "flag needs an argument"):
		return wrongUse("terminal.use.flagEmpty", "flag", name)
	}
	return wrongUse("terminal.use.flagValue", "flag", name)
}

// faulty finds the flag that an error of package flag speaks of, and whether it is unknown.
func faulty(message string) (name string, unknown bool) {
	for word := range strings.FieldsSeq(message) {
		if strings.HasPrefix(word, "-") {
			name = "--" + strings.Trim(word, "-:")
		}
	}
	return name, strings.HasPrefix(message, "flag provided but not defined")
}

// exactly demands a number of words after the flags; names says which.
func exactly(words []string, names ...string) error {
	switch {
	case len(words) < len(names):
		return wrongUse("terminal.use.missing", "what", names[len(words)])
	case len(words) > len(names):
		return wrongUse("terminal.use.tooMany", "word", words[len(names)])
	}
	return nil
}

// list is a flag that may be given several times.
type list []string

func (l *list) String() string { return strings.Join(*l, ", ") }

func (l *list) Set(value string) error {
	*l = append(*l, value)
	return nil
}

// flagSet are a command's own flags. Where one left out is another thing than one
// given empty, it says which were given.
type flagSet struct{ *flag.FlagSet }

func (f flagSet) given(name string) bool {
	given := false
	f.Visit(func(f *flag.Flag) { given = given || f.Name == name })
	return given
}

// take puts what a flag was given in to, and leaves to alone where the flag was left out.
func (f flagSet) take(name string, to *string) {
	if f.given(name) {
		*to = f.Lookup(name).Value.String()
	}
}

// texts adds flags that are texts, by name. What is there already stands where a flag is left out.
func (f flagSet) texts(values map[string]*string) {
	for name, to := range values {
		f.StringVar(to, name, *to, "")
	}
}

// yes adds flags that are on or off, by name.
func (f flagSet) yes(values map[string]*bool) {
	for name, to := range values {
		f.BoolVar(to, name, *to, "")
	}
}

// lists adds flags that may be given several times, by name.
func (f flagSet) lists(values map[string]*list) {
	for name, to := range values {
		f.Var(to, name, "")
	}
}
