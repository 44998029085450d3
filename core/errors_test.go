package core_test

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"testing"

	"mentorbook/core"
)

func TestErrorText(t *testing.T) {
	for want, e := range map[string]error{
		"required":               core.Fail(core.CodeRequired),
		"required (name)":        core.FailField(core.CodeRequired, "name"),
		"bad_number max=3 min=1": core.Fail(core.CodeBadNumber, "min", 1, "max", 3),
		"file (x) path=/a: EOF":  &core.Error{Code: core.CodeFile, Field: "x", Args: map[string]any{"path": "/a"}, Err: io.EOF},
		"state":                  core.Fail(core.CodeState, "name without a value"),
	} {
		if got := e.Error(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestIs(t *testing.T) {
	err := fmt.Errorf("saving: %w", errors.Join(io.EOF, core.FailField(core.CodeRequired, "name")))
	for _, c := range []struct {
		target error
		want   bool
	}{
		{&core.Error{Code: core.CodeRequired}, true},
		{&core.Error{Code: core.CodeRequired, Field: "name"}, true},
		{&core.Error{Code: core.CodeRequired, Field: "title"}, false},
		{&core.Error{Code: core.CodeTooLong}, false},
		{&core.Error{}, false},
		{io.EOF, true},
		{io.ErrUnexpectedEOF, false},
	} {
		if errors.Is(err, c.target) != c.want {
			t.Errorf("is %v: %v", c.target, !c.want)
		}
	}
}

func TestWrap(t *testing.T) {
	if core.Wrap(core.CodeFile, nil, "path", "/a") != nil {
		t.Error("no failure is wrapped into one")
	}
	err := core.Wrap(core.CodeFile, fs.ErrPermission, "path", "/a")
	if core.CodeOf(err) != core.CodeFile || !errors.Is(err, fs.ErrPermission) || core.Problems(err)[0].Args["path"] != "/a" {
		t.Error(err)
	}
	coded := core.FailField(core.CodeDiskFull, "x")
	for _, cause := range []error{coded, fmt.Errorf("writing: %w", coded), errors.Join(io.EOF, coded)} {
		if got := core.Wrap(core.CodeFile, cause); core.CodeOf(got) != core.CodeDiskFull || got.Error() != cause.Error() {
			t.Errorf("%v becomes %v", cause, got)
		}
	}
}

func TestCodeOf(t *testing.T) {
	for _, c := range []struct {
		err  error
		want core.Code
	}{
		{nil, ""},
		{io.EOF, core.CodeInternal},
		{core.Fail(core.CodeNewer), core.CodeNewer},
		{fmt.Errorf("x: %w", core.Fail(core.CodeNewer)), core.CodeNewer},
		{errors.Join(io.EOF, core.Fail(core.CodeNewer), core.Fail(core.CodeFile)), core.CodeNewer},
	} {
		if got := core.CodeOf(c.err); got != c.want {
			t.Errorf("%v has the code %q, want %q", c.err, got, c.want)
		}
	}
}

func TestProblems(t *testing.T) {
	a, b, c := core.FailField(core.CodeRequired, "a"), core.FailField(core.CodeTooLong, "b"), core.Fail(core.CodeFile)
	for _, x := range []struct {
		err  error
		want string
	}{
		{nil, ""},
		{a, "required a"},
		{errors.Join(a, b), "required a; too_long b"},
		{errors.Join(a, errors.Join(b, c)), "required a; too_long b; file "},
		{fmt.Errorf("saving: %w", errors.Join(a, b)), "required a; too_long b"},
		{fmt.Errorf("%w and %w", b, a), "too_long b; required a"},
		{io.EOF, "internal "},
		{errors.Join(io.EOF, a), "internal ; required a"},
		{fmt.Errorf("x: %w", io.EOF), "internal "},
	} {
		if got := told(x.err); got != x.want {
			t.Errorf("%v: %q, want %q", x.err, got, x.want)
		}
	}
	if p := core.Problems(io.EOF)[0]; !errors.Is(p, io.EOF) {
		t.Error("the cause is lost")
	}
}

// A record inside a record names its fields from the outside, and whoever asks again gets the same path.
func TestPathsOfInnerProblems(t *testing.T) {
	m := aMeeting()
	m.Agenda[1].Text, m.Agenda[1].Readers.Readers = "", []core.ID{amina, amina}
	g := aMeasuredGoal()
	g.Measure.Name = ""
	for range 2 {
		if got, want := told(m.Validate()), "required agenda.2.text; duplicate agenda.2.visibility.readers"; got != want {
			t.Errorf("%q, want %q", got, want)
		}
		if got := told(g.Validate()); got != "required measure.name" {
			t.Error(got)
		}
	}
}
