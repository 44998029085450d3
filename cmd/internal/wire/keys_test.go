package wire

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"go.etcd.io/bbolt"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/core/sample"
	"mentorbook/storage"
)

// TestKeysHoldNoWords walks every key of a sample workspace, with drafts in it: none of the words of any name, e-mail
// address or text stands in one, and the keys of records and of the journal are binary ids.
func TestKeysHoldNoWords(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.mentorbook")
	store, err := storage.Create(t.Context(), path, storage.Options{})
	ok(t, err)
	p := at(t, store, noon())
	ok(t, sample.Fill(t.Context(), p, sample.Options{As: core.RoleMentor, Now: noon()}, nil))
	words := map[string]bool{}
	add := func(text string) {
		for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
			if len(word) >= 5 {
				words[word] = true
			}
		}
	}
	people, err := p.People.All(t.Context())
	ok(t, err)
	for _, who := range people {
		add(who.Name)
		for _, mail := range who.Emails {
			add(mail)
		}
		ok(t, store.SaveDraft(t.Context(), planner.Draft{Key: planner.DraftKey(core.RefOf(who), "text"), Text: "About " + who.Name}))
	}
	ok(t, store.View(t.Context(), func(r planner.Reader) error {
		for rec, err := range r.All(core.KindNote) {
			if err != nil {
				return err
			}
			add(rec.(*core.Note).Text)
		}
		return nil
	}))
	for _, own := range append(ownWords(), "person") { // the program's own names for its buckets and small values
		delete(words, own)
	}
	ok(t, store.Close())
	if len(words) < 100 {
		t.Fatalf("only %d words", len(words))
	}
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{ReadOnly: true})
	ok(t, err)
	defer db.Close()
	keys := 0
	ok(t, db.View(func(tx *bbolt.Tx) error {
		return tx.ForEach(func(name []byte, b *bbolt.Bucket) error {
			if string(name) == "counts" { // by the names of the buckets
				return nil
			}
			return b.ForEach(func(key, _ []byte) error {
				keys++
				if binary := bytes.HasPrefix(name, []byte("r.")) || string(name) == "journal"; binary && len(key) != 16 {
					t.Errorf("%s: a key of %d bytes", name, len(key))
				}
				low := strings.ToLower(string(key))
				for word := range words {
					if strings.Contains(low, word) {
						t.Errorf("%s: %q stands in the key %q", name, word, key)
					}
				}
				return nil
			})
		})
	}))
	if keys < 1000 {
		t.Errorf("only %d keys", keys)
	}
}

// ownWords are the words of which the program makes names of its own.
func ownWords() (own []string) {
	for _, kind := range core.Kinds() {
		own = append(own, strings.FieldsFunc(string(kind), func(r rune) bool { return !unicode.IsLetter(r) })...)
	}
	return append(own, "group", "counter", "changes", "schema", "format", "zones", "trimmed", "journal", "drafts", "counts", "planner")
}
