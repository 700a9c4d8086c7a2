#include "interchange/office/fixtures.hpp"

namespace marque::test {

std::string uspto_case(const std::string& serial, const std::string& told_on, const std::string& mark) {
  return "<case-file><serial-number>" + serial + "</serial-number><registration-number>0000000</registration-number><transaction-date>" +
         told_on + R"(</transaction-date>
  <case-file-header><filing-date>20210315</filing-date><registration-date>00000000</registration-date><status-code>686</status-code>
    <status-date>20220405</status-date><mark-identification>)" + mark + R"(</mark-identification><mark-drawing-code>3</mark-drawing-code>
    <published-for-opposition-date>20220405</published-for-opposition-date><attorney-name>A. Example</attorney-name>
    <trademark-in>T</trademark-in><collective-trademark-in>F</collective-trademark-in><certification-mark-in>F</certification-mark-in>
    <drawing-3d-current-in>F</drawing-3d-current-in></case-file-header>
  <case-file-statements>
    <case-file-statement><type-code>GS0251</type-code><text>Shirts; [hats;] *sc</text><text>arves;* ((belts))</text></case-file-statement>
    <case-file-statement><type-code>DM0000</type-code><text>The mark consists of a goat.</text></case-file-statement>
    <case-file-statement><type-code>D10000</type-code><text>"GOAT"</text></case-file-statement>
    <case-file-statement><type-code>CC0000</type-code><text>Red and white</text></case-file-statement>
  </case-file-statements>
  <foreign-applications><foreign-application><filing-date>20201001</filing-date><application-number>302020</application-number>
    <country>DE</country><foreign-priority-claim-in>T</foreign-priority-claim-in></foreign-application></foreign-applications>
  <classifications><classification><international-code>025</international-code><us-code>022</us-code><us-code>039</us-code>
    <status-code>6</status-code><primary-code>025</primary-code></classification></classifications>
  <correspondent/>
  <case-file-owners>
    <case-file-owner><entry-number>1</entry-number><party-type>20</party-type><party-name>Second Made-up LLC</party-name>
      <address-1>1 Example Way</address-1><city>Springfield</city><state>IL</state><country>US</country><postcode>00001</postcode></case-file-owner>
    <case-file-owner><entry-number>1</entry-number><party-type>10</party-type><party-name>First Made-up Inc.</party-name></case-file-owner>
  </case-file-owners>
  <design-searches><design-search><code>030411</code></design-search><design-search><code>030411</code></design-search></design-searches>
</case-file>)";
}

std::string uspto_daily(const std::string& cases) {
  return R"(<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE trademark-applications-daily [
<!ELEMENT trademark-applications-daily (version, application-information)>
<!ELEMENT case-file (serial-number, case-file-header?)>
]>
<trademark-applications-daily><version><version-no>2.0</version-no></version><application-information><file-segments>
<file-segment>TRMK</file-segment><action-keys><action-key>TX</action-key>)" +
         cases + "</action-keys></file-segments></application-information></trademark-applications-daily>\n";
}

std::string us_mark_in_st96() {
  return R"(<?xml version="1.0" encoding="UTF-8"?>
<a:TrademarkTransaction xmlns:b="http://www.wipo.int/standards/XMLSchema/ST96/Common"
  xmlns:a="http://www.wipo.int/standards/XMLSchema/ST96/Trademark" xmlns:c="urn:us:gov:doc:uspto:trademark" xmlns:x="urn:nobody:knows">
 <a:TrademarkTransactionBody><a:TransactionContentBag><a:TransactionData><a:TrademarkBag><a:Trademark>
  <b:RegistrationOfficeCode>US</b:RegistrationOfficeCode>
  <b:ApplicationNumber><b:IPOfficeCode>US</b:IPOfficeCode><b:ApplicationNumberText>97000001</b:ApplicationNumberText></b:ApplicationNumber>
  <b:RegistrationNumber>7000001</b:RegistrationNumber>
  <a:ApplicationDate>2018-04-17-04:00</a:ApplicationDate><b:RegistrationDate>2019-08-27</b:RegistrationDate>
  <a:MarkCurrentStatusCode>700</a:MarkCurrentStatusCode><a:MarkCurrentStatusDate>2019-08-27</a:MarkCurrentStatusDate>
  <a:AssociatedMarkBag><a:AssociatedMark><a:InternationalApplicationNumber><b:ApplicationNumberText>1400001</b:ApplicationNumberText>
    </a:InternationalApplicationNumber></a:AssociatedMark></a:AssociatedMarkBag>
  <a:MarkCategory>Trademark</a:MarkCategory><a:MarkCategory>Service mark</a:MarkCategory>
  <x:Strange><a:RegistrationOfficeCode>XX</a:RegistrationOfficeCode></x:Strange>
  <a:MarkRepresentation><a:MarkReproduction>
    <a:WordMarkSpecification><a:MarkVerbalElementText>MADE &amp; UP</a:MarkVerbalElementText>
      <a:MarkSignificantVerbalElementText>MADE &amp; UP</a:MarkSignificantVerbalElementText><a:MarkTranslationText b:sequenceNumber="1"/></a:WordMarkSpecification>
    <a:MarkImageBag><a:MarkImage><b:FileName>No image available</b:FileName>
      <a:MarkImageColourClaimedText b:sequenceNumber="1">Color is not claimed.</a:MarkImageColourClaimedText>
      <a:NationalDesignSearchCodeBag><a:NationalDesignSearchCode><a:NationalDesignCode>03.04.11</a:NationalDesignCode></a:NationalDesignSearchCode>
        <a:NationalDesignSearchCode><a:NationalDesignCode>03.04.11</a:NationalDesignCode></a:NationalDesignSearchCode></a:NationalDesignSearchCodeBag>
    </a:MarkImage></a:MarkImageBag></a:MarkReproduction>
    <a:MarkDescriptionBag><a:MarkDescriptionText>A goat.</a:MarkDescriptionText>
      <a:NationalMarkDescription><a:MarkFeatureCode>3</a:MarkFeatureCode></a:NationalMarkDescription></a:MarkDescriptionBag></a:MarkRepresentation>
  <a:MarkDisclaimerBag><a:MarkDisclaimerText>"UP"</a:MarkDisclaimerText></a:MarkDisclaimerBag>
  <a:GoodsServicesBag><a:GoodsServices><a:GoodsServicesClassificationBag>
     <a:GoodsServicesClassification><a:ClassificationKindCode>Primary</a:ClassificationKindCode><a:ClassNumber>009</a:ClassNumber></a:GoodsServicesClassification>
     <a:GoodsServicesClassification><a:ClassificationKindCode>Nice</a:ClassificationKindCode><a:ClassNumber>009</a:ClassNumber></a:GoodsServicesClassification>
     <a:GoodsServicesClassification><a:ClassificationKindCode>Domestic</a:ClassificationKindCode><a:NationalClassNumber>021</a:NationalClassNumber></a:GoodsServicesClassification>
    </a:GoodsServicesClassificationBag><a:ClassDescriptionBag><a:ClassDescription><a:ClassNumber>009</a:ClassNumber>
     <a:GoodsServicesDescriptionText b:sequenceNumber="1">Computers</a:GoodsServicesDescriptionText></a:ClassDescription></a:ClassDescriptionBag></a:GoodsServices>
   <a:GoodsServices><a:GoodsServicesClassificationBag>
     <a:GoodsServicesClassification><a:ClassificationKindCode>Nice</a:ClassificationKindCode><a:ClassNumber>042</a:ClassNumber></a:GoodsServicesClassification>
    </a:GoodsServicesClassificationBag><a:ClassDescriptionBag><a:ClassDescription><a:ClassNumber>042</a:ClassNumber>
     <a:GoodsServicesDescriptionText b:sequenceNumber="1">Programming</a:GoodsServicesDescriptionText></a:ClassDescription></a:ClassDescriptionBag></a:GoodsServices></a:GoodsServicesBag>
  <a:PriorityBag><a:Priority><b:PriorityCountryCode>IT</b:PriorityCountryCode><b:ApplicationNumber><b:ApplicationNumberText>RM01</b:ApplicationNumberText></b:ApplicationNumber>
    <b:PriorityApplicationFilingDate>2018-01-16</b:PriorityApplicationFilingDate></a:Priority></a:PriorityBag>
  <a:PublicationBag><a:Publication><b:PublicationIdentifier>Gazette</b:PublicationIdentifier><b:PublicationDate>2019-03-05</b:PublicationDate></a:Publication></a:PublicationBag>
  <a:ApplicantBag>
   <a:Applicant b:sequenceNumber="30"><b:Contact><b:Name><b:EntityName>Made-up Holdings</b:EntityName></b:Name><b:PostalAddressBag><b:PostalAddress><b:PostalStructuredAddress>
     <b:AddressLineText b:sequenceNumber="1">1 Example Way</b:AddressLineText><b:AddressLineText b:sequenceNumber="2"/><b:CityName>Springfield</b:CityName>
     <b:GeographicRegionName>ILLINOIS</b:GeographicRegionName><b:CountryCode>US</b:CountryCode><b:PostalCode>00001</b:PostalCode></b:PostalStructuredAddress></b:PostalAddress></b:PostalAddressBag></b:Contact></a:Applicant>
   <a:Applicant b:sequenceNumber="10"><b:Contact><b:Name><b:EntityName>Made-up Origins</b:EntityName></b:Name></b:Contact></a:Applicant></a:ApplicantBag>
  <a:RecordAttorney><b:Contact><b:Name><b:PersonName><b:PersonFullName>A. Example</b:PersonFullName></b:PersonName></b:Name></b:Contact></a:RecordAttorney>
  <c:NationalTrademarkInformation><a:MarkCurrentStatusExternalDescriptionText>Registered.</a:MarkCurrentStatusExternalDescriptionText></c:NationalTrademarkInformation>
 </a:Trademark></a:TrademarkBag></a:TransactionData></a:TransactionContentBag></a:TrademarkTransactionBody></a:TrademarkTransaction>)";
}

std::string us_mark_in_st66() {
  return R"(<?xml version="1.0" encoding="UTF-8"?><Transaction xmlns:u="urn:us:gov:doc:uspto:trademark:status"
 xmlns="http://www.wipo.int/standards/XMLSchema/trademarks"><TradeMarkTransactionBody><TransactionContentDetails><TransactionData><TradeMarkDetails><TradeMark>
<RegistrationOfficeCode>US</RegistrationOfficeCode><ApplicationNumber>97000001</ApplicationNumber><ApplicationDate>2018-04-17-04:00</ApplicationDate>
<RegistrationNumber>7000001</RegistrationNumber><RegistrationDate>2019-08-27-04:00</RegistrationDate><MarkCurrentStatusCode>700</MarkCurrentStatusCode>
<MarkCurrentStatusDate>2019-08-27-04:00</MarkCurrentStatusDate><KindMark>Trademark, Service Mark</KindMark><MarkFeature>AN ILLUSTRATION DRAWING WITH WORD(S)</MarkFeature>
<MarkDescriptionDetails><MarkDescription>A goat.</MarkDescription></MarkDescriptionDetails><MarkDisclaimerDetails><MarkDisclaimer>"UP"</MarkDisclaimer></MarkDisclaimerDetails>
<WordMarkSpecification><MarkVerbalElementText>MADE &amp; UP</MarkVerbalElementText><MarkTranslation/></WordMarkSpecification>
<MarkImageDetails><MarkImage><MarkImageColourClaimedText>Color is not claimed.</MarkImageColourClaimedText><MarkImageCategory><CategoryCodeDetails/>
<CategoryCodeDetailsExt><u:DesignSearchDetails><u:DesignSearchCode>03.04.11</u:DesignSearchCode></u:DesignSearchDetails></CategoryCodeDetailsExt></MarkImageCategory></MarkImage></MarkImageDetails>
<GoodsServicesDetails><GoodsServices><ClassDescriptionDetails><ClassDescription><ClassNumber>009</ClassNumber><GoodsServicesDescription>Computers</GoodsServicesDescription>
</ClassDescription><ClassDescription><ClassNumber>042</ClassNumber><GoodsServicesDescription>Programming</GoodsServicesDescription></ClassDescription></ClassDescriptionDetails></GoodsServices></GoodsServicesDetails>
<PriorityDetails><Priority><PriorityCountryCode>IT</PriorityCountryCode><PriorityNumber>RM01</PriorityNumber><PriorityExt><u:ForeignApplicationFilingDate>2018-01-16-05:00</u:ForeignApplicationFilingDate></PriorityExt></Priority></PriorityDetails>
<PublicationDetails><Publication><PublicationIdentifier>Gazette</PublicationIdentifier><PublicationDate>2019-03-05-05:00</PublicationDate></Publication></PublicationDetails>
<RepresentativeDetails><Representative><Comment>Domestic Correspondent</Comment><RepresentativeAddressBook><FormattedNameAddress><Name><FreeFormatName><FreeFormatNameDetails><FreeFormatNameLine>B. Example</FreeFormatNameLine></FreeFormatNameDetails></FreeFormatName></Name></FormattedNameAddress></RepresentativeAddressBook></Representative></RepresentativeDetails>
<RepresentativeDetails><Representative><Comment>Attorney of Record</Comment><RepresentativeAddressBook><FormattedNameAddress><Name><FreeFormatName><FreeFormatNameDetails><FreeFormatNameLine>A. Example</FreeFormatNameLine></FreeFormatNameDetails></FreeFormatName></Name></FormattedNameAddress></RepresentativeAddressBook></Representative></RepresentativeDetails>
<TradeMarkExt><u:MarkCurrentStatusExternalDescriptionText>Registered.</u:MarkCurrentStatusExternalDescriptionText><u:MarkFeatureCode>3</u:MarkFeatureCode>
<u:RelatedMarkDetails><u:InternationalRegistrationNumber>1400001</u:InternationalRegistrationNumber></u:RelatedMarkDetails></TradeMarkExt>
</TradeMark></TradeMarkDetails><ApplicantDetails><Applicant><ApplicantAddressBook><FormattedNameAddress><Name><FreeFormatName><FreeFormatNameDetails><FreeFormatNameLine>Made-up Holdings</FreeFormatNameLine></FreeFormatNameDetails></FreeFormatName></Name>
<Address><FormattedAddress><AddressRoom>1 Example Way</AddressRoom><AddressCity>Springfield</AddressCity><AddressState>ILLINOIS</AddressState><AddressPostcode>00001</AddressPostcode><FormattedAddressCountryCode>US</FormattedAddressCountryCode></FormattedAddress></Address></FormattedNameAddress></ApplicantAddressBook><ApplicantExt><u:PartyTypeCode>30</u:PartyTypeCode></ApplicantExt></Applicant>
<Applicant><ApplicantAddressBook><FormattedNameAddress><Name><FreeFormatName><FreeFormatNameDetails><FreeFormatNameLine>Made-up Origins</FreeFormatNameLine></FreeFormatNameDetails></FreeFormatName></Name></FormattedNameAddress></ApplicantAddressBook><ApplicantExt><u:PartyTypeCode>10</u:PartyTypeCode></ApplicantExt></Applicant></ApplicantDetails>
</TransactionData></TransactionContentDetails></TradeMarkTransactionBody></Transaction>)";
}

std::string repeated(const std::string& part, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += part;
  return text;
}

}  // namespace marque::test
