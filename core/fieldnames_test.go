package core_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"mentorbook/core"
)

func TestNamesOf(t *testing.T) {
	got := core.NamesOf([]core.FieldValue{{Field: "emails", Value: "a"}, {Field: "name", Value: "b"}, {Field: "emails", Value: "c"}})
	if d := cmp.Diff(core.FieldNames{"emails", "name"}, got); d != "" {
		t.Error(d)
	}
	if core.NamesOf(nil) != nil {
		t.Error("names of nothing")
	}
}
