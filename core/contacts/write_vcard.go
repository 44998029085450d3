package contacts

import (
	"bytes"
	"context"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/emersion/go-vcard"

	"mentorbook/core"
)

// Version is a version of vCard.
type Version string

// The versions that are written: 4.0 (RFC 6350), and 3.0 (RFC 2426) for programs that know no better.
const (
	VCard3 Version = "3.0"
	VCard4 Version = "4.0"
)

const productID = "-//Mentorbook//Mentorbook//EN"

// Signs that stand for separators until the library has escaped the text: texts hold no control characters.
const (
	escapedSemicolon = "\x01"
	plainComma       = "\x02"
)

// WriteVCard writes people as vCards. Read gives the same people back.
func WriteVCard(ctx context.Context, version Version, people []core.ContactEntry, w io.Writer) error {
	for i := range people {
		if err := ctx.Err(); err != nil {
			return core.Wrap(core.CodeCancelled, err)
		}
		var b bytes.Buffer
		if err := vcard.NewEncoder(&b).Encode(cardOf(version, &people[i])); err != nil {
			return core.Wrap(core.CodeInternal, err)
		}
		if _, err := w.Write(fold(b.String())); err != nil {
			return core.Wrap(core.CodeFile, err, "reason", err.Error())
		}
	}
	return nil
}

// fold puts the separators back and breaks lines after 75 bytes at the most, between letters (RFC 6350 3.2).
func fold(text string) []byte {
	const width = 75
	var out bytes.Buffer
	text = strings.NewReplacer(escapedSemicolon, `\;`, plainComma, ",").Replace(text)
	for line := range strings.SplitSeq(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		room := width
		for len(line) > room {
			end := room
			for end > 0 && !utf8.RuneStart(line[end]) {
				end--
			}
			if end == 0 {
				end = room
			}
			out.WriteString(line[:end] + "\r\n ")
			line = line[end:]
			room = width - 1
		}
		out.WriteString(line + "\r\n")
	}
	return out.Bytes()
}

// oneLine makes a text safe for a value of one line, whatever is in it. A person that Validate accepts stays
// as it is.
func oneLine(s string) string {
	if strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r == 0x7F }) || !utf8.ValidString(s) {
		s = core.CleanLine(s)
	}
	return strings.ReplaceAll(s, ";", escapedSemicolon)
}

// cardWriter fills one card.
type cardWriter struct {
	card    vcard.Card
	version Version
}

func (c cardWriter) add(name, value string, params vcard.Params) {
	if strings.Trim(value, ";") != "" {
		c.card.Add(name, &vcard.Field{Value: value, Params: params})
	}
}

func (c cardWriter) line(name, value string) { c.add(name, oneLine(value), nil) }

// list adds the parts of a structured value.
func (c cardWriter) list(name string, parts ...string) {
	for i, p := range parts {
		parts[i] = oneLine(p)
	}
	c.add(name, strings.Join(parts, ";"), nil)
}

func cardOf(version Version, e *core.ContactEntry) vcard.Card {
	c := cardWriter{vcard.Card{}, version}
	p := &e.Person
	c.line(vcard.FieldVersion, string(version))
	c.line(vcard.FieldProductID, productID)
	if !p.ID.IsZero() {
		c.line(vcard.FieldUID, "urn:uuid:"+p.ID.String())
	}
	c.line(vcard.FieldFormattedName, p.Name)
	c.list(vcard.FieldName, p.FamilyName, p.GivenName, p.MiddleName, "", "")
	if version == VCard3 && c.card.Get(vcard.FieldName) == nil {
		c.card.Add(vcard.FieldName, &vcard.Field{Value: ";;;;"}) // which 3.0 requires (RFC 2426 3.1.2)
	}
	c.reach(p)
	c.line(vcard.FieldOrganization, p.Organisation)
	c.line(vcard.FieldTitle, p.JobTitle)
	c.personal(p)
	if note := keptText(e.Notes); note != "" {
		c.add(vcard.FieldNote, strings.ReplaceAll(note, ";", escapedSemicolon), nil)
	}
	return c.card
}

func (c cardWriter) reach(p *core.Person) {
	for i, s := range p.Emails {
		c.add(vcard.FieldEmail, oneLine(s), c.first(i, "INTERNET"))
	}
	for i, s := range p.Phones {
		c.add(vcard.FieldTelephone, oneLine(s), c.first(i, "VOICE"))
	}
	for _, s := range p.Links {
		s = strings.ReplaceAll(oneLine(s), escapedSemicolon, ";") // an address is no text (RFC 6350 5.2)
		c.add(vcard.FieldURL, strings.ReplaceAll(s, ",", plainComma), nil)
	}
}

// first marks the first of a list as the preferred one, as the version has it.
func (c cardWriter) first(i int, kind string) vcard.Params {
	params := vcard.Params{}
	if c.version == VCard3 {
		params.Add(vcard.ParamType, kind)
		if i == 0 {
			params.Add(vcard.ParamType, "PREF")
		}
	} else if i == 0 {
		params.Add(vcard.ParamPreferred, "1")
	}
	return params
}

func (c cardWriter) personal(p *core.Person) {
	date := p.Birthday.String()
	if c.version == VCard4 {
		date = strings.ReplaceAll(date, "-", "")
		c.line(vcard.FieldTimezone, string(p.Zone))
		c.line(vcard.FieldLanguage, string(p.Language))
	} else {
		c.add(vcard.FieldTimezone, oneLine(string(p.Zone)), vcard.Params{vcard.ParamValue: {"text"}})
		c.line("X-MENTORBOOK-LANGUAGE", string(p.Language))
	}
	c.line(vcard.FieldBirthday, date)
	c.line(pronounField(c.version), pronounText(p.Pronoun))
	c.line("X-MENTORBOOK-ADDRESS-AS", p.Address)
	c.line("X-MENTORBOOK-ORIGIN", p.Origin)
	if !p.Quiet.IsZero() {
		c.line("X-MENTORBOOK-QUIET", quietText(p.Quiet))
	}
	if p.Consent != (core.Consent{}) {
		c.list("X-MENTORBOOK-CONSENT", yesNo(p.Consent.Given), p.Consent.On.String(), p.Consent.Words)
	}
	if p.Archived {
		c.line("X-MENTORBOOK-ARCHIVED", yes)
	}
}

func pronounField(v Version) string {
	if v == VCard4 {
		return "PRONOUNS" // RFC 9554 3.4
	}
	return "X-PRONOUNS"
}

func pronounText(p core.Pronoun) string {
	switch p {
	case core.PronounShe:
		return "she/her"
	case core.PronounHe:
		return "he/him"
	case core.PronounThey:
		return "they/them"
	}
	return ""
}
