package bolt_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"infoklass/domain/ledger"
	"infoklass/domain/text"
	"infoklass/storage/bolt"
)

func init() {
	parts["fill disk"] = fillDisk
	parts["write-protected"] = writeProtected
}

// TestFullDisk fills a disk of one megabyte for real: a tmpfs that only the
// child sees, which it may mount as root or in a user namespace of its own.
func TestFullDisk(t *testing.T) {
	cmd := child(t.Context(), t, "fill disk", t.TempDir())
	cmd.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWNS}
	if os.Getuid() != 0 {
		cmd.SysProcAttr = &syscall.SysProcAttr{
			Cloneflags:  syscall.CLONE_NEWNS | syscall.CLONE_NEWUSER,
			UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
			GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
		}
	}
	out, err := cmd.CombinedOutput()
	if errors.Is(err, syscall.EPERM) || strings.Contains(string(out), errNoMount.Error()) {
		t.Skipf("no disk of one's own here: %v %s", err, out)
	}
	if err != nil {
		t.Errorf("%v: %s", err, out)
	}
}

var errNoMount = errors.New("cannot mount")

func fillDisk(folder string) error {
	if err := syscall.Mount("", "/", "", syscall.MS_REC|syscall.MS_PRIVATE, ""); err != nil {
		return fmt.Errorf("%w: %w", errNoMount, err)
	}
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, "size=1m"); err != nil {
		return fmt.Errorf("%w: %w", errNoMount, err)
	}
	ctx := context.Background()
	path := filepath.Join(folder, "r.infoklass")
	s, err := bolt.Create(path, options)
	if err != nil {
		return fmt.Errorf("create: %w", err)
	}
	defer s.Close()
	done := ledger.Revision(0)
	for err == nil {
		if done > 10_000 {
			return errors.New("the disk never became full")
		}
		if _, err = s.Commit(ctx, expected(done+1)); err == nil {
			done++
		}
	}
	if err := wants(err, ledger.ErrFull, "store.full"); err != nil {
		return err
	}
	// Once more, and a copy, and a new register: the same sentence or its like.
	_, err = s.Commit(ctx, expected(done+1))
	for err == nil { // a small one may still find room
		done++
		_, err = s.Commit(ctx, expected(done+1))
	}
	if err := wants(err, ledger.ErrFull, "store.full"); err != nil {
		return err
	}
	if err := wants(s.Backup(filepath.Join(folder, "copy")), ledger.ErrFull, "store.fullCreate"); err != nil {
		return err
	}
	if err := wants(s.Compact(filepath.Join(folder, "copy")), ledger.ErrFull, "store.fullCreate"); err != nil {
		return err
	}
	// Take what room is left, for the new register.
	rest, err := os.Create(filepath.Join(folder, "rest"))
	for err == nil {
		_, err = rest.Write(make([]byte, 512))
	}
	_, err = bolt.Create(filepath.Join(folder, "new.infoklass"), options)
	if err := wants(err, ledger.ErrFull, "store.fullCreate"); err != nil {
		return err
	}
	if err := holds(s, done); err != nil {
		return err
	}
	if err := s.Close(); err != nil {
		return err
	}
	// A full disk does not hinder opening, and with room again the work goes on.
	if s, err = bolt.Open(path, options); err != nil {
		return fmt.Errorf("open on a full disk: %w", err)
	}
	defer s.Close()
	if err := holds(s, done); err != nil {
		return err
	}
	if err := os.Remove(rest.Name()); err != nil {
		return err
	}
	if err := syscall.Mount("", folder, "", syscall.MS_REMOUNT, "size=4m"); err != nil {
		return err
	}
	if _, err := s.Commit(ctx, expected(done+1)); err != nil {
		return fmt.Errorf("with room again: %w", err)
	}
	left, err := os.ReadDir(folder)
	if len(left) != 2 { // the register and its note
		return fmt.Errorf("the folder holds %v, %v", left, err)
	}
	return holds(s, done+1)
}

// wants returns an error unless err is want and says key.
func wants(err, want error, key string) error {
	var told *text.Error
	if !errors.Is(err, want) || !errors.As(err, &told) || told.Message.Key != key {
		return fmt.Errorf("error %v, want %v with the sentence %s", err, want, key)
	}
	return nil
}

// holds returns an error unless s is whole and its newest revision is rev.
func holds(s *bolt.Store, rev ledger.Revision) error {
	info, err := s.Info()
	if err != nil {
		return err
	}
	if info.Newest != rev {
		return fmt.Errorf("revision %d, want %d", info.Newest, rev)
	}
	return s.Check(context.Background())
}

// TestWriteProtected meets files and folders without the right to write, as
// somebody who is not root.
func TestWriteProtected(t *testing.T) {
	folder, err := os.MkdirTemp("", "write-protected")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "r.infoklass")
	create(t, path).Close()
	self, err := os.ReadFile("/proc/self/exe")
	if err != nil {
		t.Skip(err)
	}
	program := filepath.Join(folder, "program") // where nobody may run it
	if err := os.WriteFile(program, self, 0o755); err != nil {
		t.Fatal(err)
	}
	cmd := child(t.Context(), t, "write-protected", path)
	cmd.Path = program
	if os.Getuid() == 0 {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	}
	for _, step := range []struct{ file, folder os.FileMode }{{0o444, 0o755}, {0o666, 0o555}, {0o000, 0o755}} {
		if err := errors.Join(os.Chmod(path, step.file), os.Chmod(folder, step.folder)); err != nil {
			t.Fatal(err)
		}
		again := *cmd
		if out, err := again.CombinedOutput(); err != nil {
			t.Errorf("file %o, folder %o: %v: %s", step.file, step.folder, err, out)
		}
	}
	if err := os.Chmod(folder, 0o755); err != nil {
		t.Fatal(err)
	}
}

func writeProtected(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	o := bolt.Options{User: "asa", Host: "PC-17", Timeout: time.Millisecond}
	s, err := bolt.Open(path, o)
	switch info.Mode().Perm() {
	case 0o444:
		if err := wants(err, ledger.ErrReadOnly, "store.readOnly"); err != nil {
			return err
		}
		o.ReadOnly = true
		if s, err = bolt.Open(path, o); err != nil {
			return err
		}
		_, err = s.Commit(context.Background(), expected(1))
		return errors.Join(wants(err, ledger.ErrReadOnly, "store.readOnlyCommit"), s.Close())
	case 0o666: // only the folder is protected: all works but the note and new files
		if err != nil {
			return err
		}
		_, err = s.Commit(context.Background(), expected(1))
		return errors.Join(err,
			wants(s.Backup(path+".copy"), ledger.ErrReadOnly, "store.folderReadOnly"),
			s.Close())
	default:
		return wants(err, os.ErrPermission, "store.noAccess")
	}
}

func TestOnNetwork(t *testing.T) {
	for _, path := range []string{t.TempDir(), "/proc", "/does/not/exist"} {
		if bolt.OnNetwork(path) {
			t.Errorf("%s is said to lie on a network", path)
		}
	}
}
