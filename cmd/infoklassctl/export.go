package main

import (
	"context"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"infoklass/domain/exchange"
	"infoklass/storage/file"
	"infoklass/storage/sheet"
)

var exportCommand = command{
	name: "export", usage: "FILE.xlsx|.csv " + filterUsage + " [--no-names] [--force]", help: "terminal.help.export",
	json:  `{"file": "…", "assets": 34}`,
	takes: []string{"FILE"},
	prepare: func(s *session, f flagSet) func([]string) error {
		filter := addFilter(f)
		noNames, replace := f.Bool("no-names", false, ""), addForce(f)
		return func(words []string) error {
			return listCommands{s}.export(words[0], filter, *noNames, *replace)
		}
	},
}

// addForce adds the flag that agrees to a file being replaced.
func addForce(f flagSet) *file.Replace {
	replace := file.Keep
	f.BoolFunc("force", "", func(value string) error {
		agreed, err := strconv.ParseBool(value)
		replace = file.Replace(agreed)
		return err
	})
	return &replace
}

// exporters write a list in the format that a file's ending names.
var exporters = map[string]func(context.Context, io.Writer, exchange.List) error{
	".xlsx": sheet.Export, ".csv": sheet.ExportCSV,
}

func (s listCommands) export(path string, f *filter, noNames bool, replace file.Replace) error {
	write, ok := exporters[strings.ToLower(filepath.Ext(path))]
	if !ok {
		return wrongUse("terminal.use.export")
	}
	r, err := s.open(true)
	if err != nil {
		return err
	}
	records, err := f.find(s.session, r)
	if err != nil {
		return err
	}
	list, err := exchange.Export(s.ctx, r, s.p, records, exchange.ExportOptions{NoNames: noNames, Filters: f.words(s.p), Version: version})
	if err != nil {
		return err
	}
	if err := file.Write(path, replace, func(w io.Writer) error { return write(s.ctx, w, list) }); err != nil {
		return err
	}
	s.count("terminal.export.done", len(records), "file", path)
	return s.result(map[string]any{"file": path, "assets": len(records)})
}
