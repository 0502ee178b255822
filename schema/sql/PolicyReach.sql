-- PolicyReach, asked as analyst: answered by statement

-- the whole query, for analyst (as analyst)
-- _l0: Query.policyDocuments
-- _r0: PolicyDocument.currentEdition
-- _r1: PolicyEdition.segmentCount
-- _l1: PolicyEdition.lectures
-- _l2: PolicyEdition.citingCourses
-- _l3: PolicyEdition.citingMeetings
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select (count(*)::int)::text
                      from segment _r1
                      where _r1."edition_id" = _r0.id
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select (count(*)::int)::text
                      from
                        lecture_citation _link
                        join policy_lecture _l1 on _l1.id = _link."lecture_id"
                      where
                        (
                          _link."edition_id" = _r0.id
                          and (
                            (
                              _l1.created_by_id = $2::uuid
                              and exists (
                                select 1
                                from staff_assignment own
                                where
                                  own.staff_id = $2::uuid
                                  and own.ended_at is null
                                  and own.valid_from <= $3::date
                                  and (
                                    own.valid_to is null
                                    or own.valid_to >= $3::date
                                  )
                                  and (
                                    own.school_id = _l1.school_id
                                    or (
                                      _l1.school_id is null
                                      and coalesce(_l1.district_id, own.district_id) = own.district_id
                                    )
                                  )
                              )
                            )
                            or (
                              _l1.status = 'PUBLISHED'
                              and (
                                _l1.is_public
                                or (
                                  _l1.district_id is null
                                  or _l1.district_id = any ($4::uuid[])
                                )
                              )
                            )
                          )
                          and true
                        )
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select (count(*)::int)::text
                      from course _l2
                      where
                        (
                          _l2.id in (
                            select own.course_id
                            from
                              course_citation cit
                              join course_edition own on own.id = cit.course_edition_id
                            where
                              cit.policy_edition_id = _r0.id
                              and own.status = 'PUBLISHED'
                          )
                          and (
                            (
                              _l2.created_by_id = $2::uuid
                              and exists (
                                select 1
                                from staff_assignment own
                                where
                                  own.staff_id = $2::uuid
                                  and own.ended_at is null
                                  and own.valid_from <= $3::date
                                  and (
                                    own.valid_to is null
                                    or own.valid_to >= $3::date
                                  )
                                  and (
                                    own.school_id = _l2.school_id
                                    or (
                                      _l2.school_id is null
                                      and coalesce(_l2.district_id, own.district_id) = own.district_id
                                    )
                                  )
                              )
                            )
                            or (
                              (
                                select true
                                from course_edition pub
                                where
                                  pub.course_id = _l2.id
                                  and pub.status = 'PUBLISHED'
                              )
                              and (
                                _l2.is_public
                                or (
                                  _l2.district_id is null
                                  or _l2.district_id = any ($4::uuid[])
                                )
                              )
                            )
                          )
                          and true
                        )
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select (count(*)::int)::text
                      from
                        meeting_citation _link
                        join meeting _l3 on _l3.id = _link."meeting_id"
                      where
                        (
                          _link."edition_id" = _r0.id
                          and (
                            _l3.published_at is not null
                            and _l3.school_id in (
                              select s.id
                              from school s
                              where s.district_id = any ($4::uuid[])
                            )
                          )
                          and true
                        )
                    ),
                    'null'
                  ) || ',' || ('"' || _r0."id"::text || '",' || _r0."number"::text || ',"' || _r0."effective_from"::text || '"]')
                from policy_edition _r0
                where
                  (
                    _r0.id = (
                      select cur.id
                      from policy_edition cur
                      where
                        cur.document_id = _l0.id
                        and cur.status = 'PUBLISHED'
                      order by
                        (
                          cur.effective_from <= $3::date
                          and (
                            cur.effective_to is null
                            or cur.effective_to >= $3::date
                          )
                        ) desc,
                        cur.effective_from desc
                      limit 1
                    )
                    and exists (
                      select 1
                      from policy_document doc
                      where
                        doc.id = _r0.document_id
                        and (
                          (
                            _r0.status = 'PUBLISHED'
                            and (
                              doc.is_public
                              or (
                                doc.district_id is null
                                or doc.district_id = any ($4::uuid[])
                              )
                            )
                          )
                          or (
                            doc.created_by_id = $2::uuid
                            and exists (
                              select 1
                              from staff_assignment own
                              where
                                own.staff_id = $2::uuid
                                and own.ended_at is null
                                and own.valid_from <= $3::date
                                and (
                                  own.valid_to is null
                                  or own.valid_to >= $3::date
                                )
                                and (
                                  own.school_id = doc.school_id
                                  or (
                                    doc.school_id is null
                                    and coalesce(doc.district_id, own.district_id) = own.district_id
                                  )
                                )
                            )
                          )
                        )
                    )
                  )
                limit 1
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '","' || _l0."level"::text || '","' || _l0."issued_on"::text || '",' || right(json_build_array(_l0."title", _l0."document_number")::text, -1)
            ),
            ','
          ) filter (
            where _l0._n <= $5::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $5::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from policy_document _l0
              where
                (
                  (
                    (
                      _l0.created_by_id = $2::uuid
                      and exists (
                        select 1
                        from staff_assignment own
                        where
                          own.staff_id = $2::uuid
                          and own.ended_at is null
                          and own.valid_from <= $3::date
                          and (
                            own.valid_to is null
                            or own.valid_to >= $3::date
                          )
                          and (
                            own.school_id = _l0.school_id
                            or (
                              _l0.school_id is null
                              and coalesce(_l0.district_id, own.district_id) = own.district_id
                            )
                          )
                      )
                    )
                    or (
                      (
                        select true
                        from policy_edition pub
                        where
                          pub.document_id = _l0.id
                          and pub.status = 'PUBLISHED'
                        limit 1
                      )
                      and (
                        _l0.is_public
                        or (
                          _l0.district_id is null
                          or _l0.district_id = any ($4::uuid[])
                        )
                      )
                    )
                  )
                  and (
                    _l0."level" = any ($6::text[])
                    and (
                      select
                        case
                          when val.status <> 'PUBLISHED' then null
                          when val.effective_from > $3::date then 'NOT_YET_IN_FORCE'
                          when val.effective_to < $3::date then val.ending
                          else 'IN_FORCE'
                        end
                      from policy_edition val
                      where
                        val.id = (
                          select cur.id
                          from policy_edition cur
                          where
                            cur.document_id = _l0.id
                            and cur.status = 'PUBLISHED'
                          order by
                            (
                              cur.effective_from <= $3::date
                              and (
                                cur.effective_to is null
                                or cur.effective_to >= $3::date
                              )
                            ) desc,
                            cur.effective_from desc
                          limit 1
                        )
                    ) = any ($7::text[])
                  )
                )
              order by
                _l0."issued_on" desc,
                _l0."id" desc
              limit ($5::int + 1)
            ) _l0
        ) _l0
    ) || ',' || (
      select count(*)::text
      from policy_document _l0
      where
        (
          (
            (
              _l0.created_by_id = $2::uuid
              and exists (
                select 1
                from staff_assignment own
                where
                  own.staff_id = $2::uuid
                  and own.ended_at is null
                  and own.valid_from <= $3::date
                  and (
                    own.valid_to is null
                    or own.valid_to >= $3::date
                  )
                  and (
                    own.school_id = _l0.school_id
                    or (
                      _l0.school_id is null
                      and coalesce(_l0.district_id, own.district_id) = own.district_id
                    )
                  )
              )
            )
            or (
              (
                select true
                from policy_edition pub
                where
                  pub.document_id = _l0.id
                  and pub.status = 'PUBLISHED'
                limit 1
              )
              and (
                _l0.is_public
                or (
                  _l0.district_id is null
                  or _l0.district_id = any ($4::uuid[])
                )
              )
            )
          )
          and (
            _l0."level" = any ($6::text[])
            and (
              select
                case
                  when val.status <> 'PUBLISHED' then null
                  when val.effective_from > $3::date then 'NOT_YET_IN_FORCE'
                  when val.effective_to < $3::date then val.ending
                  else 'IN_FORCE'
                end
              from policy_edition val
              where
                val.id = (
                  select cur.id
                  from policy_edition cur
                  where
                    cur.document_id = _l0.id
                    and cur.status = 'PUBLISHED'
                  order by
                    (
                      cur.effective_from <= $3::date
                      and (
                        cur.effective_to is null
                        or cur.effective_to >= $3::date
                      )
                    ) desc,
                    cur.effective_from desc
                  limit 1
                )
            ) = any ($7::text[])
          )
        )
    ) || ']' || ']'
  end;
