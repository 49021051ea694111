package main

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"time"

	"infoklass/cmd/person"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/storage/bolt"
)

// session is one run of the program: what was asked for in general, and where the answers go.
type session struct {
	ctx  context.Context
	out  io.Writer
	tell io.Writer
	p    *text.Printer

	file    string // the register
	lang    string
	who     string
	json    bool
	verbose bool

	register *register.Register // open, nil before
	wrote    bool               // a JSON value has been printed
}

// registerVariable names the register where no flag does.
const registerVariable = "INFOKLASS_REGISTER"

func newSession(ctx context.Context, out, tell io.Writer) *session {
	return &session{ctx: ctx, out: out, tell: tell, p: text.In(text.Swedish), lang: string(text.Swedish), file: os.Getenv(registerVariable), who: person.Name()}
}

// generalFlags adds the flags that every command takes, before or after its name.
func (s *session) generalFlags(f *flag.FlagSet) {
	f.StringVar(&s.file, "register", s.file, "")
	f.StringVar(&s.lang, "lang", s.lang, "")
	f.StringVar(&s.who, "who", s.who, "")
	f.BoolVar(&s.json, "json", s.json, "")
	f.BoolVar(&s.verbose, "verbose", s.verbose, "")
}

// choose takes the language that a flag named.
func (s *session) choose() error {
	lang := text.Lang(s.lang)
	if !slices.Contains(text.Langs, lang) {
		return wrongUse("terminal.use.lang", "value", s.lang)
	}
	s.p = text.In(lang)
	return nil
}

func (s *session) options(readOnly bool) bolt.Options {
	host, _ := os.Hostname() // only shown to others; unknown is fine
	return bolt.Options{ReadOnly: readOnly, Version: version, User: s.who, Host: host}
}

func (s *session) needFile() error {
	if s.file == "" {
		return wrongUse("terminal.use.register", "variable", registerVariable)
	}
	return nil
}

// open opens the register for writing, read only for reading.
func (s *session) open(readOnly bool) (*register.Register, error) {
	if err := s.needFile(); err != nil {
		return nil, err
	}
	store, err := bolt.Open(s.file, s.options(readOnly))
	if err != nil {
		return nil, err
	}
	return s.use(store)
}

// access is how a command has the register opened before it runs.
type access int

const (
	unopened access = iota // it opens what it needs itself
	reading
	writing
)

func (s *session) openFor(a access) error {
	if a == unopened {
		return nil
	}
	_, err := s.open(a == reading)
	return err
}

// use loads the register from a store, which is closed with the session.
func (s *session) use(store ledger.Store) (*register.Register, error) {
	r, err := register.Open(s.ctx, store, register.Options{Who: s.who, Now: time.Now, Entropy: rand.Reader})
	if err != nil {
		_ = store.Close() // the error in hand says more
		return nil, err
	}
	s.register = r
	return r, nil
}

func (s *session) close() error {
	if s.register == nil {
		return nil
	}
	r := s.register
	s.register = nil
	return r.Close()
}

// say prints a message to the person. It is not part of the result.
func (s *session) say(key string, args ...any) {
	fmt.Fprintln(s.tell, s.p.T(key, args...))
}

// count is say for a message with a number.
func (s *session) count(key string, n int, args ...any) {
	fmt.Fprintln(s.tell, s.p.N(key, n, args...))
}

// print writes the one JSON value of the run.
func (s *session) print(v any) error {
	s.wrote = true
	e := json.NewEncoder(s.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// result prints what came of a command that has told the person in words: a value for --json alone.
func (s *session) result(v any) error {
	if !s.json {
		return nil
	}
	return s.print(v)
}
