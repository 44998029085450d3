package contacts

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"mentorbook/core"
	"mentorbook/core/table"
)

// maxNumbered is how many columns addresses, numbers and links get each. Further ones share the last cell, a
// line each.
const maxNumbered = 10

// WriteCSV writes people as CSV with Google's headings and, behind them, those of what only this program knows.
// Read gives the same people back.
func WriteCSV(ctx context.Context, people []core.ContactEntry, w io.Writer) error {
	if err := ctx.Err(); err != nil {
		return core.Wrap(core.CodeCancelled, err)
	}
	var emails, phones, links int
	for i := range people {
		p := &people[i].Person
		emails, phones, links = max(emails, len(p.Emails)), max(phones, len(p.Phones)), max(links, len(p.Links))
	}
	counts := [3]int{min(max(emails, 1), maxNumbered), min(max(phones, 1), maxNumbered), min(max(links, 1), maxNumbered)}
	rows := [][]string{sheetHeadings(counts)}
	for i := range people {
		rows = append(rows, sheetRow(&people[i], counts))
	}
	if !slices.ContainsFunc(people, func(e core.ContactEntry) bool { return e.Notes != "" }) {
		notes := slices.Index(rows[0], "Notes") // a column that is always empty promises what nobody gave
		for i := range rows {
			rows[i] = slices.Delete(rows[i], notes, notes+1)
		}
	}
	return table.Write(w, rows)
}

func sheetHeadings(counts [3]int) []string {
	out := []string{"First Name", "Middle Name", "Last Name", "Organization Name", "Organization Title", "Birthday", "Notes", "Labels"}
	for i, kind := range []string{"E-mail", "Phone", "Website"} {
		for n := range counts[i] {
			out = append(out, fmt.Sprintf("%s %d - Label", kind, n+1), fmt.Sprintf("%s %d - Value", kind, n+1))
		}
	}
	return append(out, ownName, "Address As", "Pronoun", "Time Zone", "Language", "Origin", ownQuiet, ownConsent, ownConsentDate, ownConsentWords, ownArchived)
}

func sheetRow(e *core.ContactEntry, counts [3]int) []string {
	p := &e.Person
	row := []string{p.GivenName, p.MiddleName, p.FamilyName, p.Organisation, p.JobTitle, p.Birthday.String(), e.Notes, ""}
	for i, list := range [3][]string{p.Emails, p.Phones, p.Links} {
		for n := range counts[i] {
			cell := part(list, n)
			if n == counts[i]-1 && len(list) > counts[i] {
				cell = strings.Join(list[n:], "\n")
			}
			row = append(row, "", cell)
		}
	}
	quiet, consent, archived := "", "", ""
	if !p.Quiet.IsZero() {
		quiet = quietText(p.Quiet)
	}
	if p.Consent != (core.Consent{}) {
		consent = yesNo(p.Consent.Given)
	}
	if p.Archived {
		archived = yes
	}
	return append(row, p.Name, p.Address, pronounText(p.Pronoun), string(p.Zone), string(p.Language), p.Origin,
		quiet, consent, p.Consent.On.String(), p.Consent.Words, archived)
}
