package core

// Agreement is what both sides agreed on, one version of it. A change makes a new version; the old one stays.
type Agreement struct {
	Head
	Relationship    ID     `json:"relationship"`
	Version         int    `json:"version"` // from 1
	Purpose         string `json:"purpose"`
	Frequency       string `json:"frequency,omitempty"`
	Channels        string `json:"channels,omitempty"`
	Confidentiality string `json:"confidentiality,omitempty"`
	Exceptions      string `json:"exceptions,omitempty"` // from confidentiality
	Reporting       string `json:"reporting,omitempty"`
	Boundaries      string `json:"boundaries,omitempty"`
	Review          Date   `json:"review,omitzero"`
	Ends            Date   `json:"ends,omitzero"`
	Signed          []Said `json:"signed,omitempty"`
}

// Kind is KindAgreement.
func (*Agreement) Kind() Kind { return KindAgreement }

// SignedBy tells whether the person signed with their own hand.
func (a *Agreement) SignedBy(person ID) bool {
	for _, s := range a.Signed {
		if s.By == person && s.Own() {
			return true
		}
	}
	return false
}

// Validate checks the fields.
func (a *Agreement) Validate() error {
	var p problems
	p.required("relationship", a.Relationship)
	p.between("version", a.Version, 1, 10_000)
	if a.Purpose == "" {
		p.add(CodeRequired, "purpose")
	}
	for field, s := range map[string]string{
		"purpose": a.Purpose, "frequency": a.Frequency, "channels": a.Channels, "confidentiality": a.Confidentiality,
		"exceptions": a.Exceptions, "reporting": a.Reporting, "boundaries": a.Boundaries,
	} {
		p.long(field, s)
	}
	p.date("review", a.Review)
	p.date("ends", a.Ends)
	for i, s := range a.Signed {
		p.note(at("signed", i), s.validate())
	}
	return p.err()
}
