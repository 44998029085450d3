package core

import (
	"encoding/hex"
	"time"
)

// Report is what was written for somebody to read: about whom, for whom, over which period, what was in it, and
// the hash of the file. It is only ever added: the world may have seen it.
type Report struct {
	Head
	Relationship ID           `json:"relationship"`
	About        []ID         `json:"about,omitempty"` // the learning side
	Audience     Audience     `json:"audience"`
	Period       Period       `json:"period"`
	Language     Language     `json:"language"`
	Pseudonym    string       `json:"pseudonym,omitempty"`
	Without      []ReportPart `json:"without,omitempty"`
	Items        []Ref        `json:"items,omitempty"` // the goals and skills in it
	File         string       `json:"file"`            // its name, without a folder
	Size         int          `json:"size"`            // in bytes
	Hash         string       `json:"hash"`            // SHA-256 of the file, 64 hexadecimal letters
	At           time.Time    `json:"at"`
}

// Kind is KindReport.
func (*Report) Kind() Kind { return KindReport }

// Validate checks the fields.
func (r *Report) Validate() error {
	var p problems
	p.required("relationship", r.Relationship)
	p.links("about", r.About)
	choice(&p, "audience", r.Audience, Audiences()...)
	p.note("period", r.Period.Validate())
	choice(&p, "language", r.Language, English, Russian)
	p.line("pseudonym", r.Pseudonym, MaxName)
	p.count("without", len(r.Without))
	for i, part := range r.Without {
		choice(&p, at("without", i), part, ReportParts()...)
	}
	p.count("items", len(r.Items))
	for i, ref := range r.Items {
		choice(&p, at("items", i)+".kind", ref.Kind, KindGoal, KindSkill)
		p.required(at("items", i)+".id", ref.ID)
	}
	p.name("file", r.File, MaxLine)
	p.between("size", r.Size, 1, 1<<31-1)
	if raw, err := hex.DecodeString(r.Hash); err != nil || len(raw) != 32 {
		p.add(CodeBadText, "hash")
	}
	if r.At.IsZero() {
		p.add(CodeRequired, "at")
	}
	p.instant("at", r.At)
	return p.err()
}
