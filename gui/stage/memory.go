package stage

import "maps"

// Forgetful is a Memory that lasts as long as the program: for tests and pictures.
type Forgetful struct {
	values map[string]any
}

// NewForgetful returns an empty memory.
func NewForgetful() *Forgetful { return &Forgetful{values: map[string]any{}} }

func recall[T any](f *Forgetful, key string, fallback T) T {
	if v, ok := f.values[key].(T); ok {
		return v
	}
	return fallback
}

// StringWithFallback recalls a text.
func (f *Forgetful) StringWithFallback(key, fallback string) string { return recall(f, key, fallback) }

// SetString remembers a text.
func (f *Forgetful) SetString(key, value string) { f.values[key] = value }

// FloatWithFallback recalls a number.
func (f *Forgetful) FloatWithFallback(key string, fallback float64) float64 {
	return recall(f, key, fallback)
}

// SetFloat remembers a number.
func (f *Forgetful) SetFloat(key string, value float64) { f.values[key] = value }

// BoolWithFallback recalls a choice.
func (f *Forgetful) BoolWithFallback(key string, fallback bool) bool { return recall(f, key, fallback) }

// SetBool remembers a choice.
func (f *Forgetful) SetBool(key string, value bool) { f.values[key] = value }

// StringList recalls a list.
func (f *Forgetful) StringList(key string) []string { return recall[[]string](f, key, nil) }

// SetStringList remembers a list.
func (f *Forgetful) SetStringList(key string, value []string) { f.values[key] = value }

// Copy returns a memory that begins with the same and then goes its own way.
func (f *Forgetful) Copy() *Forgetful { return &Forgetful{values: maps.Clone(f.values)} }
