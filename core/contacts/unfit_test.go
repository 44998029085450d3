package contacts_test

import (
	"strings"
	"testing"

	"mentorbook/core"
)

// What a field can't hold is said with its field and line, and kept in the notes; a row that leaves nobody is refused.
func TestWhatDoesNotFitIsSaid(t *testing.T) {
	long := strings.Repeat("ы", 250)
	b := read(t, "x.csv", "Name,E-mail,Phone\n"+
		"Ann Lee,ann@@lee,\n"+
		long+",long@example.org,\n"+
		",bad@@,2\n"+
		",,+49 151 0000001\n"+
		"Bo,bo@example.org,\n")
	var got []string
	for _, e := range b.Entries {
		line := e.Person.Name + " <" + e.Person.Email() + ">"
		for _, why := range e.Unfit {
			p := core.Problems(why)[0]
			line += " " + string(p.Code) + " " + p.Field
			if p.Args["line"] != e.Line {
				t.Errorf("%s: line %v, not %d", line, p.Args["line"], e.Line)
			}
		}
		got = append(got, line)
	}
	want := []string{
		"Ann Lee <> bad_email email", strings.Repeat("ы", 199) + "… <long@example.org> too_long name", "+49 151 0000001 <>", "Bo <bo@example.org>",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%q", got)
	}
	if !strings.Contains(b.Entries[0].Notes, "ann@@lee") || !strings.Contains(b.Entries[1].Notes, long) {
		t.Error("not kept in the notes")
	}
	if len(b.Rejected) != 1 || b.Rejected[0].Line != 4 {
		t.Fatalf("%+v", b.Rejected)
	}
	var codes []string
	for _, p := range core.Problems(b.Rejected[0].Err) {
		codes = append(codes, string(p.Code)+" "+p.Field)
	}
	if strings.Join(codes, "; ") != "required name; bad_email email" {
		t.Errorf("%q", codes)
	}
}

// A city names its zone, and what names none goes into the notes with the reason; so does a birthday that is none.
func TestCitiesAndBirthdaysOfATable(t *testing.T) {
	b := read(t, "x.csv", "Name,E-mail,Time zone,Birthday\n"+
		"Ann Lee,ann@lee.example,Seoul,1990-02-03\n"+
		"Bo,bo@example.org,Сеул,31.02.1990\n"+
		"Cy,cy@example.org,Mars,sometime\n"+
		"Di,di@example.org,Europe/Berlin,03/04/1990\n"+
		",eve@example.org,New York,\n")
	var got []string
	for _, e := range b.Entries {
		line := e.Person.Name + " " + string(e.Person.Zone)
		for _, why := range e.Unfit {
			p := core.Problems(why)[0]
			line += " " + string(p.Code) + " " + p.Field
		}
		if e.Unnamed {
			line += " unnamed"
		}
		got = append(got, line)
	}
	want := []string{
		"Ann Lee Asia/Seoul", "Bo Asia/Seoul bad_date birthday", "Cy  bad_zone zone bad_date birthday", "Di Europe/Berlin bad_date birthday",
		"eve@example.org America/New_York unnamed",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%q", got)
	}
	if !strings.Contains(b.Entries[2].Notes, "Mars") || !strings.Contains(b.Entries[2].Notes, "sometime") {
		t.Error("not kept in the notes")
	}
}
