package main

import (
	"context"
	"flag"
	"io"
	"path/filepath"
	"strings"

	"infoklass/domain/exchange"
	"infoklass/storage/file"
	"infoklass/storage/sheet"
)

var exportCommand = command{
	name: "export", usage: "FILE.xlsx|.csv " + filterUsage + " [--no-names]", help: "terminal.help.export",
	json:  `{"file": "…", "assets": 34}`,
	takes: []string{"FILE"},
	prepare: func(s *session, f *flag.FlagSet) func([]string) error {
		filter := addFilter(f)
		noNames := f.Bool("no-names", false, "")
		return func(words []string) error {
			return listCommands{s}.export(words[0], filter, *noNames)
		}
	},
}

// exporters write a list in the format that a file's ending names.
var exporters = map[string]func(context.Context, io.Writer, exchange.List) error{
	".xlsx": sheet.Export, ".csv": sheet.ExportCSV,
}

func (s listCommands) export(path string, f *filter, noNames bool) error {
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
	if err := file.Write(path, func(w io.Writer) error { return write(s.ctx, w, list) }); err != nil {
		return err
	}
	s.count("terminal.export.done", len(records), "file", path)
	return s.result(map[string]any{"file": path, "assets": len(records)})
}
