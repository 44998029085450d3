package core_test

import (
	"os"
	"reflect"
	"strings"
	"testing"

	"mentorbook/core"
)

// The document of the format has each field of the records about meetings and what was said of them, in a paragraph that names the
// record.
func TestTheFormatsDocumentHasEveryField(t *testing.T) {
	data, err := os.ReadFile("../docs/format.md")
	if err != nil {
		t.Fatal(err)
	}
	paragraphs := strings.Split(strings.ReplaceAll(string(data), "\n- ", "\n\n"), "\n\n")
	for name, record := range map[string]any{
		"meeting": core.Meeting{}, "series": core.Series{}, "origin": core.Origin{}, "reply": core.Reply{}, "dispatch": core.Dispatch{},
		"moved": core.Moved{}, "theirs": core.Pairing{}, "was": core.Recurs{}, "heard": core.SeriesVersion{}, "busy": core.Busy{}, "release": core.Release{},
	} {
		for i := range reflect.TypeOf(record).NumField() {
			field := reflect.TypeOf(record).Field(i)
			key, _, _ := strings.Cut(field.Tag.Get("json"), ",")
			if key == "" {
				continue // of every record: its id and when it was written
			}
			told := false
			for _, p := range paragraphs {
				told = told || strings.Contains(p, "`"+name+"`") && strings.Contains(p, "`"+key+"`")
			}
			if !told {
				t.Errorf("nothing tells what %s of %s is", key, name)
			}
		}
	}
}
