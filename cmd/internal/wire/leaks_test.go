package wire

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/emersion/go-message"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// TestNothingPrivateIsSent plants marks as TestNothingPrivateLeaves does, and looks for them in every other way out:
// in each message about each meeting, as a file and as an e-mail, and in contacts for other programs, all decoded.
func TestNothingPrivateIsSent(t *testing.T) {
	p, ctx := open(t), t.Context()
	rel := named(t, p, "Amina")
	plant(t, p, rel)
	dir := t.TempDir()
	meetings, err := p.Meetings.Of(ctx, rel.ID)
	ok(t, err)
	sent := 0
	for _, m := range meetings {
		for _, method := range []core.Method{core.MethodRequest, core.MethodPublish} {
			for _, name := range []string{"a.ics", "a.eml"} {
				if name == "a.eml" && method == core.MethodPublish {
					continue // what is for nobody is no e-mail
				}
				path := filepath.Join(dir, name)
				_, err := p.Invitations.Send(ctx, m.ID, method, path)
				if code := core.CodeOf(err); code == core.CodeState || code == core.CodeNoRecipients {
					continue // called off
				}
				ok(t, err)
				raw, err := os.ReadFile(path)
				ok(t, err)
				text := bytes.ReplaceAll(raw, []byte("\r\n "), nil)
				if name == "a.eml" {
					text = decoded(t, raw)
				}
				if i := bytes.Index(text, []byte("SECRET")); i >= 0 {
					t.Fatalf("%s of %s, %s: …%s", method, m.Start, name, text[i:min(i+60, len(text))])
				}
				if !bytes.Contains(text, []byte(m.UID)) {
					t.Fatalf("%s of %s, %s: not about that meeting", method, m.Start, name)
				}
				sent++
			}
		}
	}
	if sent < 20 {
		t.Errorf("only %d messages were looked at", sent)
	}
	for _, name := range []string{"p.vcf", "p.csv"} {
		var out bytes.Buffer
		ok(t, p.People.Export(ctx, name, planner.ExportOptions{}, &out))
		if text := strings.ReplaceAll(out.String(), "\r\n ", ""); strings.Contains(text, "SECRET") || !strings.Contains(text, "Amina") {
			t.Errorf("%s holds a private text, or is not of these people", name)
		}
	}
}

// decoded gives all parts of an e-mail, their lines unfolded.
func decoded(t *testing.T, raw []byte) []byte {
	t.Helper()
	mail, err := message.Read(bytes.NewReader(raw))
	ok(t, err)
	var out bytes.Buffer
	err = mail.Walk(func(_ []int, part *message.Entity, err error) error {
		if err != nil {
			return err
		}
		for fields := part.Header.Fields(); fields.Next(); {
			value, err := fields.Text()
			if err != nil {
				return err
			}
			out.WriteString(value + "\n")
		}
		if part.MultipartReader() != nil {
			return nil
		}
		body, err := io.ReadAll(part.Body)
		out.Write(body)
		return err
	})
	if err != nil && !errors.Is(err, io.EOF) {
		t.Fatal(err)
	}
	return bytes.ReplaceAll(out.Bytes(), []byte("\r\n "), nil)
}
