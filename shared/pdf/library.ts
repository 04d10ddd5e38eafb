/** The one door to pdf-lib (an alias of @cantoo/pdf-lib): its object model only, no drawing, no form fields. */
export {
  decodePDFRawStream,
  PDFArray,
  PDFContext,
  PDFCrossRefSection,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
  PDFTrailer,
  PDFTrailerDict,
} from 'pdf-lib';
