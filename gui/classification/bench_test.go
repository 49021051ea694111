package classification

import (
	"testing"

	"infoklass/domain/duty"
	"infoklass/domain/text"
	"infoklass/gui/trial"
	"infoklass/storage/memory"
)

func BenchmarkClassTasks100k(b *testing.B) {
	r, p := trial.Large(b, memory.New(), 100_000), text.In(text.Swedish)
	j := duty.NewJudge().Register(r, r.Today())
	b.ReportAllocs()
	for b.Loop() {
		classTasks(p, r, j)
	}
}
