package main

import (
	"slices"
	"strings"

	"infoklass/domain/classify"
	"infoklass/domain/text"
)

var matrixCommand = command{
	name: "matrix", usage: "show | set CATEGORY name|0|1|2|3 [TEXT] | reset", help: "terminal.help.matrix",
	json: `[{"category": "individual", "name": "…", "cells": ["…", "…", "…", "…"], "own": false}]`,
	run: func(s *session, words []string) error {
		c := classifyCommands{s}
		return verbs{
			"show":  {[]string{}, reading, func([]string) error { return c.matrix(false) }},
			"reset": {[]string{}, writing, func([]string) error { return c.matrix(true) }},
			"set":   {run: c.setMatrix},
		}.run(s, words, "show", noVerbOf("matrix"))
	},
}

func (s classifyCommands) matrix(reset bool) error {
	r := s.register
	if reset {
		if err := r.Classifications().ChangeMatrix(s.ctx, classify.Matrix{}); err != nil {
			return err
		}
		s.say("settings.matrix.reset.done")
	}
	return s.showMatrix(r.Classifications().Matrix())
}

// setMatrix replaces one text; without a text the shipped one comes back.
func (s classifyCommands) setMatrix(words []string) error {
	if len(words) < 2 {
		return wrongUse("terminal.use.missing", "what", []string{"CATEGORY", "name|0|1|2|3"}[len(words)])
	}
	category := classify.Category(words[0])
	rank := slices.Index([]string{"name", "0", "1", "2", "3"}, words[1]) - 1
	if !slices.Contains(classify.Categories[:], category) {
		return text.Fail(nil, "matrix.problem.category", "category", words[0])
	}
	if rank < classify.NameCell {
		return wrongUse("terminal.use.matrixRank", "value", words[1])
	}
	r, err := s.open(false)
	if err != nil {
		return err
	}
	if err := r.Classifications().ChangeMatrix(s.ctx, r.Classifications().Matrix().With(category, rank, strings.Join(words[2:], " "))); err != nil {
		return err
	}
	s.say("terminal.matrix.set", "category", string(category))
	if s.json {
		return s.showMatrix(r.Classifications().Matrix())
	}
	return nil
}

type matrixView struct {
	Category classify.Category `json:"category"`
	Name     string            `json:"name"`
	Cells    [4]string         `json:"cells"`
	Own      bool              `json:"own"` // some of it is the municipality's own words
}

func (s classifyCommands) showMatrix(m classify.Matrix) error {
	var views []matrixView
	for _, c := range classify.Categories {
		v := matrixView{Category: c, Name: m.Text(s.p, c, classify.NameCell)}
		_, v.Own = m.Rows[c]
		for rank := range v.Cells {
			v.Cells[rank] = m.Text(s.p, c, rank)
		}
		views = append(views, v)
	}
	if s.json {
		return s.print(views)
	}
	for _, v := range views {
		s.paragraph(v.Name + " (" + string(v.Category) + ")")
		for rank, cell := range v.Cells {
			s.paragraph("  " + classify.Scale03.Levels[rank].Code + "  " + cell)
		}
	}
	return nil
}
