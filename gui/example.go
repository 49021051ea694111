package gui

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"

	"infoklass/domain/example"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/jobs"
	"infoklass/gui/stage"
)

// openExample opens the example municipality in a register of its own, made
// the first time, so that the user's own register stays as it is.
func (w *Window) openExample() {
	if w.reg != nil && !w.leave() {
		return
	}
	path := filepath.Join(filepath.Dir(w.out.DefaultRegister), w.p.T("window.example.name")+Extension)
	out := w.out
	during(w, "open", text.Msg("window.example.doing"), func(ctx context.Context, _ *jobs.Progress) (*register.Register, error) {
		r, err := out.OpenRegister(ctx, path)
		if errors.Is(err, fs.ErrNotExist) {
			return makeExample(ctx, out, path)
		}
		return r, err
	}, func(r *register.Register) {
		w.saves.WhenIdle(func() {
			registers{w}.use(r, path)
			w.Go(Overview)
			w.tell(stage.Receipt{Message: text.Msg("window.example.done")})
		})
	})
}

func makeExample(ctx context.Context, out Outside, path string) (*register.Register, error) {
	list, err := out.ExampleList(ctx)
	if err != nil {
		return nil, err
	}
	r, err := out.CreateRegister(ctx, path)
	if err != nil {
		return nil, err
	}
	if _, err := example.Build(ctx, r, list); err != nil {
		return nil, errors.Join(err, r.Close())
	}
	return r, nil
}
