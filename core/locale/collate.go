package locale

import (
	"bytes"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Collator sorts names as a telephone book does: letters first, then marks on them, then capitals. Names in
// the language's own script come before those in another; ё stands with е. It may be used by many goroutines,
// one of which works at a time.
type Collator struct {
	mu       sync.Mutex
	rules    *collate.Collator
	buffer   collate.Buffer
	cyrillic bool
}

// Collator gives a collator for the language. Making one costs more than a hundred comparisons: keep it.
func (w *Words) Collator() *Collator {
	return &Collator{
		rules:    collate.New(language.Make(w.tongue.rules)),
		cyrillic: w.tongue.cyrillic,
	}
}

// Key gives bytes whose order is that of the names. Sorting many names by their keys is faster than comparing
// them in pairs.
func (c *Collator) Key(name string) []byte {
	name = strings.TrimSpace(name)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.buffer.Reset()
	key := c.rules.KeyFromString(&c.buffer, name)
	return append([]byte{c.script(name)}, key...)
}

// Compare gives -1, 0 or 1 as a comes before, with or after b. Names that differ have an order: where all else
// is equal, that of their bytes.
func (c *Collator) Compare(a, b string) int {
	if n := bytes.Compare(c.Key(a), c.Key(b)); n != 0 {
		return n
	}
	return strings.Compare(a, b)
}

// Sort sorts anything by a name that it has, each name's key being made once. Equal names keep their order.
func Sort[T any](c *Collator, list []T, name func(T) string) {
	type keyed struct {
		key  []byte
		item T
	}
	all := make([]keyed, len(list))
	for i, item := range list {
		all[i] = keyed{c.Key(name(item)), item}
	}
	slices.SortStableFunc(all, func(a, b keyed) int { return bytes.Compare(a.key, b.key) })
	for i := range all {
		list[i] = all[i].item
	}
}

// script tells where the script of a name stands: before letters comes what has none.
func (c *Collator) script(name string) byte {
	for _, r := range name {
		if unicode.IsLetter(r) {
			if unicode.Is(unicode.Cyrillic, r) == c.cyrillic {
				return 1
			}
			return 2
		}
		if unicode.IsDigit(r) {
			return 0
		}
	}
	return 0
}
