package bolt_test

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/storage/bolt"
	"infoklass/storage/storetest"
)

func init() { parts["writer"] = writeUntilKilled }

// writeUntilKilled creates the register if need be, commits one thing after
// another, every fifth time a bulk, and says each revision when Commit has returned.
func writeUntilKilled(path string) error {
	s, err := bolt.Open(path, options)
	if errors.Is(err, fs.ErrNotExist) {
		s, err = bolt.Create(path, options)
	}
	if err != nil {
		return err
	}
	last, err := s.Load(context.Background(), func(ledger.Entity) error { return nil })
	if err != nil {
		return err
	}
	os.Stdout.WriteString("0\n")
	for next := last + 1; ; next++ {
		rev, err := s.Commit(context.Background(), expected(next))
		if err != nil {
			return err
		}
		if rev != next {
			return fmt.Errorf("revision %d, want %d", rev, next)
		}
		// One write, unbuffered: what is read was acknowledged.
		os.Stdout.WriteString(strconv.FormatUint(uint64(rev), 10) + "\n")
	}
}

// bulkSize is how many changes every fifth commit has.
const bulkSize = 500

// expected is the commit that revision rev must be, known from its number alone.
func expected(rev ledger.Revision) ledger.Commit {
	n := 1 + int(rev)%3
	if rev%5 == 0 {
		n = bulkSize
	}
	changes := make([]ledger.Change, 0, n+1)
	for i := range n {
		id := fmt.Sprintf("%d-%d", rev, i)
		doc := fmt.Appendf(nil, `{"id":%q,"text":%q}`, id, strings.Repeat("å", i%200))
		changes = append(changes, ledger.Change{Ref: register.KindAsset.Ref(id), About: id, New: doc})
	}
	// One entity that every commit changes, so that pages are freed and used again.
	same := ledger.Change{Ref: register.KindSettings.Ref("same"), About: "same", Base: rev - 1, New: fmt.Appendf(nil, `{"rev":%d}`, rev)}
	return commitOf(append(changes, same)...)
}

// TestKilled kills a program that writes at random moments and sees each time
// that nothing acknowledged is lost and nothing half done is seen. A process
// that is killed leaves to the system what it has written, so this shows that
// the order of writes is right against a stopped program; against a stopped
// computer bbolt's syncs stand, which a test cannot show.
func TestKilled(t *testing.T) {
	kills, perRegister := 200, 20
	if testing.Short() {
		kills = 20
	}
	const seed = 20261123
	random := rand.New(rand.NewPCG(seed, 1))
	var path string
	var acknowledged, total, unsaid ledger.Revision
	for i := range kills {
		if i%perRegister == 0 {
			path, acknowledged = newPath(t), 0
		}
		// Every fourth is killed while it starts, the others while they write.
		after := time.Duration(random.IntN(25_000)) * time.Microsecond
		acknowledged = max(acknowledged, killWriter(t, path, after, i%4 == 0))
		found := examine(t, path, acknowledged)
		unsaid += found - acknowledged
		acknowledged = found // what the next writer builds on, said or not
		if t.Failed() {
			t.Fatalf("after kill %d of %d, seed %d", i+1, kills, seed)
		}
		if (i+1)%perRegister == 0 {
			total += acknowledged
		}
	}
	if total == 0 && !testing.Short() {
		t.Error("no writer ever committed anything: the test shows nothing")
	}
	t.Logf("%d kills, %d commits survived, %d of them done but not yet said", kills, total, unsaid)
}

// killWriter kills a writer some time after it was started, or after it had
// the register open, and returns the last revision it acknowledged.
func killWriter(t *testing.T, path string, after time.Duration, early bool) ledger.Revision {
	t.Helper()
	cmd := child(t.Context(), t, "writer", path)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	kill := func() { time.AfterFunc(after, func() { _ = cmd.Process.Kill() }) }
	if early {
		kill()
	}
	var last ledger.Revision
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if !early {
			early = true
			kill()
		}
		rev, err := strconv.ParseUint(lines.Text(), 10, 64)
		if err != nil {
			t.Fatalf("the writer said %q", lines.Text())
		}
		last = ledger.Revision(rev)
	}
	_ = cmd.Wait()
	if complaint.Len() > 0 {
		t.Fatalf("the writer ended by itself: %s", complaint.String())
	}
	return last
}

// anyRevision is given to examine where nothing is known of the newest one.
const anyRevision = ^ledger.Revision(0)

// examine opens what a killed writer left and returns the newest revision.
func examine(t *testing.T, path string, acknowledged ledger.Revision) ledger.Revision {
	t.Helper()
	s, err := bolt.Open(path, options)
	if errors.Is(err, fs.ErrNotExist) && acknowledged == 0 {
		return 0 // killed before the register had its name
	}
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := s.Check(t.Context()); err != nil {
		t.Error(err)
	}
	entries := storetest.Log(t, s, ledger.LogQuery{})
	newest := ledger.Revision(len(entries))
	if acknowledged != anyRevision && (newest < acknowledged || newest > acknowledged+1) {
		t.Errorf("revision %d is the newest, %d was acknowledged", newest, acknowledged)
	}
	state, err := storetest.Rebuild(entries)
	if err != nil {
		t.Error(err)
	}
	for _, e := range entries {
		want := expected(e.Revision)
		if len(e.Changes) != len(want.Changes) {
			t.Fatalf("revision %d has %d changes of %d", e.Revision, len(e.Changes), len(want.Changes))
		}
		for i, ch := range e.Changes {
			if ch.Ref != want.Changes[i].Ref || !bytes.Equal(ch.New, want.Changes[i].New) {
				t.Fatalf("revision %d: %s", e.Revision, cmp.Diff(want.Changes[i], ch))
			}
		}
	}
	list, rev := storetest.Load(t, s)
	if rev != newest || len(list) != len(state) {
		t.Errorf("loaded %d at %d, the log leads to %d at %d", len(list), rev, len(state), newest)
	}
	return newest
}
