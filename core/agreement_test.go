package core_test

import (
	"testing"

	"mentorbook/core"
)

func TestAgreementValidate(t *testing.T) {
	long := func(field string, must bool, get func(*core.Agreement) *string) []row[core.Agreement] {
		return texts(field, core.MaxText, must, true, get)
	}
	refuses(t, anAgreement, nil,
		names("relationship", func(a *core.Agreement) *core.ID { return &a.Relationship }),
		figures("version", 1, 10_000, func(a *core.Agreement) *int { return &a.Version }),
		long("purpose", true, func(a *core.Agreement) *string { return &a.Purpose }),
		long("frequency", false, func(a *core.Agreement) *string { return &a.Frequency }),
		long("channels", false, func(a *core.Agreement) *string { return &a.Channels }),
		long("confidentiality", false, func(a *core.Agreement) *string { return &a.Confidentiality }),
		long("exceptions", false, func(a *core.Agreement) *string { return &a.Exceptions }),
		long("reporting", false, func(a *core.Agreement) *string { return &a.Reporting }),
		long("boundaries", false, func(a *core.Agreement) *string { return &a.Boundaries }),
		dates("review", false, func(a *core.Agreement) *core.Date { return &a.Review }),
		dates("ends", false, func(a *core.Agreement) *core.Date { return &a.Ends }),
		words("signed.2", func(a *core.Agreement) *core.Said { return &a.Signed[1] }),
		[]row[core.Agreement]{
			{"signed twice", func(a *core.Agreement) { a.Signed = append(a.Signed, said(owner)) }, "duplicate signed", ""},
			{"signed by too many", func(a *core.Agreement) { a.Signed = many(said(owner)) }, "too_many signed; duplicate signed", ""},
			{"nothing", func(a *core.Agreement) { *a = core.Agreement{} }, "required relationship; bad_number version; required purpose", ""},
		},
	)
}

func TestSignedBy(t *testing.T) {
	a := anAgreement()
	a.Signed = []core.Said{said(owner), {By: amina, Typed: owner, How: core.HowTyped}, {By: boris, Typed: owner, How: core.HowAnswer}}
	for who, want := range map[core.ID]bool{owner: true, amina: false, boris: true, clara: false, {}: false} {
		if a.SignedBy(who) != want {
			t.Errorf("%v: %v", who, !want)
		}
	}
}
