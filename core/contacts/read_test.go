package contacts_test

import (
	"context"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/contacts"
	"mentorbook/core/locale"
)

var update = flag.Bool("update", false, "write the expected people anew")

func book(t testing.TB) *contacts.Book {
	t.Helper()
	words, err := locale.New(core.English)
	if err != nil {
		t.Fatal(err)
	}
	return contacts.New(words)
}

func read(t testing.TB, name, text string) *core.ContactBatch {
	t.Helper()
	got, err := book(t).Read(context.Background(), name, strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// seen is a batch as the expected files have it.
type seen struct {
	Source   string
	People   []seenPerson
	Rejected []string `json:",omitempty"`
}

type seenPerson struct {
	Line    int
	Person  core.Person
	Notes   []string `json:",omitempty"`
	Remarks []string `json:",omitempty"`
	Dropped []string `json:",omitempty"`
	Unfit   []string `json:",omitempty"`
}

func see(b *core.ContactBatch) seen {
	out := seen{Source: b.Source}
	for _, e := range b.Entries {
		var notes []string
		if e.Notes != "" {
			notes = strings.Split(e.Notes, "\n")
		}
		var unfit []string
		for _, why := range e.Unfit {
			unfit = append(unfit, why.Error())
		}
		out.People = append(out.People, seenPerson{e.Line, e.Person, notes, e.Remarks, e.Dropped, unfit})
	}
	for _, r := range b.Rejected {
		out.Rejected = append(out.Rejected, strings.TrimSpace(r.Name+" ")+": "+r.Err.Error())
	}
	return out
}

// The files are as the programs write them; the people in them are invented. What is expected of each stands
// beside it, and was read line by line.
func TestReadFilesOfOtherPrograms(t *testing.T) {
	files, err := filepath.Glob("testdata/*.[cv][sc][vf]")
	if err != nil || len(files) < 9 {
		t.Fatal(files, err)
	}
	for _, path := range files {
		t.Run(filepath.Base(path), func(t *testing.T) {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			got := read(t, path, string(data))
			for _, e := range got.Entries {
				if err := e.Person.Validate(); err != nil {
					t.Errorf("line %d: %v", e.Line, err)
				}
			}
			have, err := json.MarshalIndent(see(got), "", "  ")
			if err != nil {
				t.Fatal(err)
			}
			have = append(have, '\n')
			if *update {
				if err := os.WriteFile(path+".json", have, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path + ".json")
			if err != nil {
				t.Fatal(err)
			}
			if string(have) != string(want) {
				t.Errorf("have\n%s\nwant\n%s", have, want)
			}
		})
	}
}
