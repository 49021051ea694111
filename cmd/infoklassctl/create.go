package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"infoklass/domain/classify"
	domainexample "infoklass/domain/example"
	"infoklass/domain/intake"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/storage/bolt"
	"infoklass/storage/example"
	"infoklass/storage/sheet"
)

var initCommand = command{
	name: "init", usage: "[--municipality NAME] [--scale 0-3|1-4|0-2]", help: "terminal.help.init",
	json:  `{"file": "…", "municipality": "…", "scale": "0-3"}`,
	takes: []string{},
	prepare: func(s *session, f flagSet) func([]string) error {
		municipality := f.String("municipality", "", "")
		scale := f.String("scale", "", "")
		return func([]string) error {
			return fileCommands{s}.initialise(register.Settings{Municipality: *municipality, Scale: *scale})
		}
	},
}

func (s fileCommands) initialise(settings register.Settings) error {
	if err := s.needFile(); err != nil {
		return err
	}
	if _, ok := classify.ScaleByID(settings.Scale); settings.Scale != "" && !ok {
		return text.Fail(nil, "register.problem.scale", "scale", settings.Scale)
	}
	store, err := bolt.Create(s.file, s.options(false))
	if err != nil {
		return err
	}
	r, err := s.use(store)
	if err != nil {
		return err
	}
	if err := r.ChangeSettings(s.ctx, settings); err != nil {
		return err
	}
	if s.json {
		return s.print(map[string]string{"file": s.file, "municipality": settings.Municipality, "scale": r.Classifications().ScaleInForce().ID})
	}
	s.say("terminal.init.done", "file", s.file)
	return nil
}

var exampleCommand = command{
	name: "example", usage: "FILE", help: "terminal.help.example",
	json:  `{"file": "…", "created": true, "assets": 34, "units": 12}`,
	takes: []string{"FILE"},
	run:   func(s *session, words []string) error { return fileCommands{s}.example(words[0]) },
}

type exampleResult struct {
	File    string `json:"file"`
	Created bool   `json:"created"`
	Assets  int    `json:"assets"`
	Units   int    `json:"units"`
}

// example makes the example register, unless there is a file already.
func (s fileCommands) example(file string) error {
	result := exampleResult{File: file}
	if _, err := os.Lstat(file); err == nil {
		s.say("terminal.example.exists", "file", file)
	} else if result, err = s.makeExample(file); err != nil {
		return err
	}
	if s.json {
		return s.print(result)
	}
	if result.Created {
		s.count("terminal.example.done", result.Assets, "file", file)
	}
	return nil
}

// makeExample builds the register in a folder of its own, so that a file by
// its name is always a whole one.
func (s fileCommands) makeExample(file string) (exampleResult, error) {
	folder, err := os.MkdirTemp(filepath.Dir(file), ".infoklass-*")
	if err != nil {
		return exampleResult{}, writeError(filepath.Dir(file), err)
	}
	defer os.RemoveAll(folder)
	made := filepath.Join(folder, filepath.Base(file))
	result, err := s.fillExample(folder, made)
	if err != nil {
		return result, err
	}
	if err := os.Link(made, file); err != nil {
		if errors.Is(err, fs.ErrExist) {
			return result, text.Fail(err, "store.exists", "file", file)
		}
		if err := os.Rename(made, file); err != nil {
			return result, writeError(file, err)
		}
	}
	result.File, result.Created = file, true
	return result, nil
}

func (s fileCommands) fillExample(folder, file string) (exampleResult, error) {
	store, err := bolt.Create(file, s.options(false))
	if err != nil {
		return exampleResult{}, err
	}
	r, err := s.use(store)
	if err != nil {
		return exampleResult{}, err
	}
	book, err := exampleList(s.session, folder)
	if err != nil {
		return exampleResult{}, errors.Join(err, s.close())
	}
	if _, err := domainexample.Build(s.ctx, r, book); err != nil {
		return exampleResult{}, errors.Join(err, s.close())
	}
	result := exampleResult{Assets: len(r.Records()), Units: len(r.Organisation().Units())}
	return result, s.close()
}

func exampleList(s *session, folder string) (*intake.Book, error) {
	path, err := example.Write(folder)
	if err != nil {
		return nil, err
	}
	return sheet.Open(s.ctx, path, nil)
}

// writeError says that a file could not be written; name is the file or folder.
func writeError(name string, err error) error {
	return text.Fail(fmt.Errorf("write %s: %w", name, err), "terminal.file.write", "file", name)
}
