package page

import (
	"encoding/xml"
	"strings"
	"time"

	pdf "github.com/boxesandglue/baseline-pdf"

	"infoklass/domain/report"
	"infoklass/domain/text"
)

const producer = "Infoklass"

// describe says what the file is: title, language, that it is tagged, and that it follows PDF/UA-1.
func (w *writer) describe(d report.Document) error {
	title := clean(d.Title)
	if d.Meta.Object != "" {
		title += " – " + clean(d.Meta.Object)
	}
	lang := "sv-SE"
	if d.Lang == text.English {
		lang = "en-GB"
	}
	meta := w.out.NewObject()
	meta.Dictionary = pdf.Dict{"Type": "/Metadata", "Subtype": "/XML"}
	meta.Data.WriteString(xmp(title, clean(d.Meta.Municipality), lang, d.Meta.Date))
	if err := meta.Save(); err != nil {
		return err
	}
	w.out.Catalog = pdf.Dict{
		"Lang":              pdf.String(lang),
		"MarkInfo":          "<</Marked true>>",
		"StructTreeRoot":    w.tree.root.Ref(),
		"ViewerPreferences": "<</DisplayDocTitle true>>",
		"Metadata":          meta.ObjectNumber.Ref(),
	}
	w.out.InfoDict = pdf.Dict{
		"Title": pdf.String(title), "Author": pdf.String(clean(d.Meta.Municipality)),
		"Creator": pdf.String(producer), "Producer": pdf.String(producer),
		// The document's own day: the same document gives the same file.
		"CreationDate": "null",
	}
	if t, err := time.Parse(time.DateOnly, d.Meta.Date); err == nil {
		w.out.InfoDict["CreationDate"] = t.Format("(D:20060102000000+00'00')")
	}
	return nil
}

func xmp(title, author, lang, date string) string {
	created := ""
	if t, err := time.Parse(time.DateOnly, date); err == nil {
		created = "<xmp:CreateDate>" + t.Format("2006-01-02T00:00:00Z") + "</xmp:CreateDate>\n"
	}
	return `<?xpacket begin="` + "\uFEFF" + `" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">` + escape(title) + `</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>` + escape(author) + `</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>` + lang + `</rdf:li></rdf:Bag></dc:language>
` + created + `<xmp:CreatorTool>` + producer + `</xmp:CreatorTool>
<pdf:Producer>` + producer + `</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`
}

func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder never fails
	return b.String()
}
