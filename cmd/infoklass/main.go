// Command infoklass is the window: it puts the parts together and opens the
// register that it is started with.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"infoklass/cmd/infoklass/drawing"
	"infoklass/icons"
)

// Who the program is to the computer. FyneApp.toml says the same; a test keeps them together.
const (
	appID   = "se.infoklass.app"
	appName = "Infoklass"
	build   = 1
)

// version is stamped by the build.
var version = "0.1.0"

// command is what the program was started with.
type command struct {
	register string       // the whole path of a register, "" for the last one
	drawing  drawing.Wish // the zero value: as the settings say
}

func main() {
	showVersion := flag.Bool("version", false, "print the version and end")
	draw := flag.String("drawing", "", "how the window is drawn: auto, opengl or angle")
	var wrong strings.Builder
	flag.CommandLine.Init(appName, flag.ContinueOnError)
	flag.CommandLine.SetOutput(&wrong)
	err := flag.CommandLine.Parse(os.Args[1:])
	if err == nil && *showVersion {
		fmt.Println(appName, version)
		return
	}
	c := command{register: whole(flag.Arg(0))}
	if err == nil && *draw != "" {
		c.drawing.Binding = true
		if c.drawing.Choice, err = drawing.Parse(*draw); err != nil {
			fmt.Fprintln(&wrong, err)
		}
	}
	if err != nil {
		misused(wrong.String())
	}
	os.Exit(run(c))
}

// misused ends the program with how it is started, where a terminal or a
// person can see it.
func misused(how string) {
	fmt.Fprint(os.Stderr, how)
	alert(how)
	os.Exit(2)
}

// whole returns a path that means the same in any folder.
func whole(path string) string {
	if path == "" {
		return ""
	}
	if full, err := filepath.Abs(path); err == nil {
		return full
	}
	return path
}

// args are the words that start another program with the same command.
func (c command) args() []string {
	var out []string
	if c.drawing.Choice != "" {
		out = append(out, "-drawing", string(c.drawing.Choice))
	}
	if c.register != "" {
		out = append(out, "--", c.register)
	}
	return out
}

func metadata() fyne.AppMetadata {
	return fyne.AppMetadata{ID: appID, Name: appName, Version: version, Build: build, Icon: icons.App}
}
