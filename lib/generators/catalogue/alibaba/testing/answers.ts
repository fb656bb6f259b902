import type { DocumentedAnswer } from "@/lib/testing/simulators/provider-simulator";
import { endAnswer, startAnswer } from "@/lib/testing/simulators/rest-simulator";

const said = (status: number, code: string, message: string) => startAnswer(status, { code, message, request_id: "7574ee8f" });
const ended = (task_status: string, code: string, message: string) => endAnswer({ output: { task_id: "a task", task_status, code, message } });

/** https://help.aliyun.com/en/model-studio/error-code (read 2026-11-26). */
export const answers: Record<string, DocumentedAnswer> = {
  "invalid-parameter": said(400, "InvalidParameter", "Required parameter(s) missing or invalid, please check the request parameters."),
  arrearage: said(400, "Arrearage", "Access denied, please make sure your account is in good standing."),
  "data-inspection": said(400, "DataInspectionFailed", "Input data may contain inappropriate content."),
  "invalid-key": said(401, "InvalidApiKey", "Invalid API-key provided."),
  "access-denied": said(403, "AccessDenied", "Access denied."),
  "free-tier-only": said(403, "AllocationQuota.FreeTierOnly", "The free tier of the model has been exhausted."),
  "model-not-found": said(404, "ModelNotFound", "Model can not be found."),
  throttling: said(429, "Throttling.RateQuota", "Requests rate limit exceeded, please try again later."),
  "allocated-quota": said(429, "Throttling.AllocationQuota", "Allocated quota exceeded, please increase your quota limit."),
  "internal-error": said(500, "InternalError", "An internal error has occured, please try again later or contact service support."),
  unavailable: said(503, "ModelUnavailable", "Model is unavailable, please try again later."),
  "no-task": startAnswer(200, { output: {}, request_id: "7574ee8f" }),
  failed: ended("FAILED", "InternalError.Algo", "The video could not be generated."),
  "output-inspection": ended("FAILED", "DataInspectionFailed", "Output data may contain inappropriate content."),
  canceled: ended("CANCELED", "", "The task was canceled."),
  "status-500": { at: "status", status: 500, body: { code: "InternalError", message: "An internal error has occured." } },
};
