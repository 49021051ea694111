package journal

import (
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"infoklass/domain/text"
)

// secret stands for what a register holds.
const secret = "Skyddade personuppgifter i Elevhälsan"

func TestTheLogTurnsAndKeepsAFew(t *testing.T) {
	path := filepath.Join(t.TempDir(), "Åsas loggar", "infoklass.log")
	l := &log{path: path, longest: 100}
	if err := l.open(); err != nil {
		t.Fatal(err)
	}
	for i := range 40 {
		if _, err := fmt.Fprintf(l, "line %02d of thirty characters\n", i); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(l.Close(), l.Close()); err != nil {
		t.Error(err)
	}
	files, err := filepath.Glob(path + "*")
	if err != nil || len(files) != kept+1 {
		t.Fatalf("kept %v, %v", files, err)
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil || len(data) > 100 || len(data) == 0 {
			t.Errorf("%s holds %d bytes, %v", f, len(data), err)
		}
	}
	if data, _ := os.ReadFile(path); !strings.Contains(string(data), "line 39") {
		t.Errorf("the newest line is not in the newest file: %s", data)
	}
	if data, _ := os.ReadFile(path + ".1"); !strings.Contains(string(data), "line 36") {
		t.Errorf("the one before is out of order: %s", data)
	}
}

func TestALongLogBeginsAnewAtTheStart(t *testing.T) {
	path := filepath.Join(t.TempDir(), "infoklass.log")
	if err := os.WriteFile(path, make([]byte, longest), 0o600); err != nil {
		t.Fatal(err)
	}
	logger, c := Open(path)
	logger.Info("start")
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Size() > 200 {
		t.Errorf("the log did not begin anew: %v %v", info, err)
	}
}

type panicked struct{}

func (panicked) Error() string        { return "panic: " + secret }
func (panicked) Trace() (any, []byte) { return secret, debug.Stack() }

func TestTheLogHoldsNoContents(t *testing.T) {
	for name, tc := range map[string]struct {
		err  error
		says []string
	}{
		"a sentence":    {text.Fail(errors.New("refused"), "store.locked", "file", secret), []string{"store.locked", "refused"}},
		"a path":        {fmt.Errorf("write %s: %w", secret, &fs.PathError{Op: "open", Path: "/home/eva/" + secret + ".pdf", Err: fs.ErrPermission}), []string{"open", "permission denied"}},
		"a rename":      {&os.LinkError{Op: "rename", Old: secret, New: secret, Err: fs.ErrExist}, []string{"rename", "file already exists"}},
		"several":       {errors.Join(fmt.Errorf("%s: %w", secret, fs.ErrClosed), errors.New("broken")), []string{"already closed", "broken"}},
		"quotation":     {fmt.Errorf("unit %q is unknown", secret), []string{"unit … is unknown"}},
		"a path within": {errors.New("cannot open /home/eva/" + strings.ReplaceAll(secret, " ", "")), []string{"cannot open …"}},
		"a panic":       {fmt.Errorf("job: %w", panicked{}), []string{"panic string", "journal_test.go"}},
		"nothing":       {nil, nil},
	} {
		t.Run(name, func(t *testing.T) {
			var b strings.Builder
			newLogger(&b).Error("refused", slog.Any("error", tc.err))
			for _, s := range tc.says {
				if !strings.Contains(b.String(), s) {
					t.Errorf("the log leaves out %q: %s", s, b.String())
				}
			}
			for _, word := range strings.Fields(secret) {
				if len(word) > 2 && strings.Contains(b.String(), word) {
					t.Errorf("the log holds %q: %s", word, b.String())
				}
			}
		})
	}
}

func TestWhatALibraryPrintsIsLoggedWithoutQuotations(t *testing.T) {
	var b strings.Builder
	fmt.Fprintf(Lines(newLogger(&b)), "font %q is missing\n", secret)
	if !strings.Contains(b.String(), "font … is missing") || strings.Contains(b.String(), "Elev") {
		t.Errorf("logged %s", b.String())
	}
}

// ends are ways for a program to end, each in a process of its own.
var ends = map[string]func(){
	"panic":        func() { panic(secret) },
	"error":        func() { panic(fmt.Errorf("asset %q\n\tsecond line: %s", secret, secret)) },
	"goroutine":    func() { go panic(secret + "\ngoroutine 7 [running]:\n" + secret); select {} },
	"nil map":      func() { noMap()[secret] = len(secret) },
	"out of range": func() { _ = []string{secret}[len(secret)] },
	"fatal":        func() { debug.SetMaxStack(1 << 16); fmt.Println(deeper(secret, 1)) },
}

func noMap() map[string]int { return nil }

// deeper ends when the stack does.
//
//go:noinline
func deeper(s string, n int) int {
	if n == 0 {
		return 0
	}
	return deeper(s+"x", n+1) + 1
}

const endAs = "JOURNAL_TEST_END"

func TestMain(m *testing.M) {
	if way := os.Getenv(endAs); way != "" {
		c := NewCrashes(os.Getenv("JOURNAL_TEST_FOLDER"), "1.2.3", time.Now)
		if err := c.Watch(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(3)
		}
		if way == "well" {
			c.End()
			os.Exit(0)
		}
		ends[way]()
	}
	os.Exit(m.Run())
}

// crash ends a process in one of the ways and returns the folder it crashed in.
func crash(t *testing.T, way string) (*Crashes, string) {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "krascher")
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), endAs+"="+way, "JOURNAL_TEST_FOLDER="+folder)
	if out, err := c.CombinedOutput(); (err == nil) != (way == "well") {
		t.Fatalf("%s: %v: %s", way, err, out)
	}
	return NewCrashes(folder, "1.2.3", time.Now), folder
}

func TestACrashLeavesAFileWithoutContents(t *testing.T) {
	for way := range ends {
		t.Run(way, func(t *testing.T) {
			c, folder := crash(t, way)
			path := c.Collect()
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for _, want := range []string{"Infoklass 1.2.3", "goroutine ", "journal_test.go:"} {
				if !strings.Contains(string(data), want) {
					t.Errorf("the file does not hold %q:\n%s", want, data)
				}
			}
			if strings.Contains(string(data), "Elev") || strings.Contains(string(data), "Skydd") {
				t.Errorf("the file holds what the register holds:\n%s", data)
			}
			if left, _ := filepath.Glob(filepath.Join(folder, pendingPrefix+"*")); len(left) != 0 {
				t.Errorf("the raw file is left: %v", left)
			}
			if again := c.Collect(); again != "" {
				t.Errorf("a crash is told twice: %s", again)
			}
		})
	}
}

func TestAGoodEndLeavesNothing(t *testing.T) {
	c, folder := crash(t, "well")
	if path := c.Collect(); path != "" {
		t.Errorf("a crash is told of: %s", path)
	}
	if left, _ := os.ReadDir(folder); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestACaughtPanicIsNotedWithoutItsValue(t *testing.T) {
	c := NewCrashes(t.TempDir(), "1.2.3", time.Now)
	if err := c.Watch(); err != nil {
		t.Fatal(err)
	}
	kept := c.Keep(secret, debug.Stack())
	c.Note(secret, debug.Stack())
	_ = debug.SetCrashOutput(nil, debug.CrashOptions{})
	for _, path := range []string{kept, c.Collect()} {
		data, err := os.ReadFile(path)
		if err != nil || strings.Contains(string(data), "Elev") || !strings.Contains(string(data), "journal_test.go:") {
			t.Errorf("%v:\n%s", err, data)
		}
	}
}

func TestOldCrashesAndForgottenFilesGo(t *testing.T) {
	now := time.Now()
	c := NewCrashes(t.TempDir(), "1.2.3", func() time.Time { return now })
	for i := range crashFiles + 5 {
		if _, err := c.write(now.Add(time.Duration(i)*time.Second), nil); err != nil {
			t.Fatal(err)
		}
	}
	if err := c.Watch(); err != nil { // one that runs, and stays
		t.Fatal(err)
	}
	defer c.End()
	c.Collect()
	count := func(prefix string) int {
		files, _ := filepath.Glob(filepath.Join(c.folder, prefix+"*"))
		return len(files)
	}
	if count(crashPrefix) != crashFiles || count(pendingPrefix) != 1 {
		t.Errorf("%d crashes, %d pending", count(crashPrefix), count(pendingPrefix))
	}
	c.End()
	if err := os.WriteFile(filepath.Join(c.folder, pendingPrefix+"1.txt"), nil, 0o600); err != nil {
		t.Fatal(err) // of a program that was killed
	}
	now = now.Add(forgotten + time.Hour)
	if c.Collect(); count(pendingPrefix) != 0 {
		t.Error("a forgotten file is left")
	}
}
