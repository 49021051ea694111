package main

import (
	"fmt"
	"strconv"
	"strings"

	"infoklass/domain/text"
)

// helpCommand is a function because help itself lists the commands.
func helpCommand() command {
	return command{
		name: "help", usage: "[COMMAND]", help: "terminal.help.help",
		json: `{"usage": "…", "commands": [{"name": "…", "usage": "…", "summary": "…", "json": "…"}], "exitCodes": {"0": "…"}}`,
		run:  (*session).help,
	}
}

var versionCommand = command{
	name: "version", help: "terminal.help.version", json: `{"version": "…"}`,
	takes: []string{},
	run: func(s *session, _ []string) error {
		if s.json {
			return s.print(map[string]string{"version": version})
		}
		_, err := fmt.Fprintln(s.out, "infoklassctl", version)
		return err
	},
}

const generalUsage = "infoklassctl [--register FILE] [--lang sv|en] [--json] [--who NAME] [--verbose] COMMAND"

// exitKeys say what each exit code means, by code.
var exitKeys = []string{
	"terminal.exit.0", "terminal.exit.1", "terminal.exit.2", "terminal.exit.3", "terminal.exit.4", "terminal.exit.5", "terminal.exit.6",
}

type helpView struct {
	Usage     string            `json:"usage"`
	Commands  []commandView     `json:"commands"`
	ExitCodes map[string]string `json:"exitCodes"`
}

type commandView struct {
	Name    string `json:"name"`
	Usage   string `json:"usage"`
	Summary string `json:"summary"`
	JSON    string `json:"json"`
}

func (s *session) help(words []string) error {
	chosen := commands()
	if len(words) > 0 {
		c, ok := find(words[0])
		if !ok {
			return wrongUse("terminal.use.command", "name", words[0])
		}
		chosen = []command{c}
	}
	if s.json {
		return s.print(s.viewHelp(chosen))
	}
	if len(words) == 0 {
		s.paragraph(s.p.T("terminal.help.intro"))
		fmt.Fprintf(s.out, "%s\n\n", generalUsage)
		s.paragraph(s.p.T("terminal.help.general"))
	}
	for _, c := range chosen {
		s.describe(c)
	}
	if len(words) == 0 {
		s.paragraph(s.p.T("terminal.help.asset.argument"))
		s.paragraph(s.p.T("terminal.help.levels"))
		s.paragraph(s.p.T("terminal.help.answers"))
	}
	fmt.Fprintln(s.out, s.p.T("terminal.help.exit"))
	for code, key := range exitKeys {
		fmt.Fprintf(s.out, "  %d  %s\n", code, s.p.T(key))
	}
	return nil
}

func (s *session) describe(c command) {
	const indent = "    "
	usage := strings.TrimSpace(c.name + " " + c.usage)
	for i, line := range fold(usage, lineWidth()-len(indent)) {
		if i > 0 {
			line = indent + line
		}
		fmt.Fprintln(s.out, line)
	}
	for _, words := range c.summary(s.p) {
		for _, line := range fold(words, lineWidth()-len(indent)) {
			fmt.Fprintln(s.out, indent+line)
		}
	}
	if c.json != "" {
		fmt.Fprintln(s.out, indent+"--json:")
		for line := range strings.SplitSeq(c.json, "\n") {
			fmt.Fprintln(s.out, indent+"  "+line)
		}
	}
	fmt.Fprintln(s.out)
}

// summary says what a command does, a paragraph an element.
func (c command) summary(p *text.Printer) []string {
	words := []string{p.T(c.help)}
	if c.list != nil {
		words = append(words, c.list(p)...)
	}
	return words
}

func (s *session) viewHelp(chosen []command) helpView {
	v := helpView{Usage: generalUsage, ExitCodes: map[string]string{}}
	for _, c := range chosen {
		v.Commands = append(v.Commands, commandView{c.name, c.usage, strings.Join(c.summary(s.p), "\n"), c.json})
	}
	for code, key := range exitKeys {
		v.ExitCodes[strconv.Itoa(code)] = s.p.T(key)
	}
	return v
}
