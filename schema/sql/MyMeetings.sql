-- MyMeetings, asked as parent: answered by statement

-- the whole query, for guardian (as parent)
-- _r0: Viewer.guardian
-- _l0: Guardian.meetings
-- _r1: Meeting.school
-- _l1: Meeting.replies
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || (
            select
              '[' || coalesce(
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                      from school _r1
                      where _r1.id = _l0."school_id"
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select '[' || string_agg('["' || _l1."id"::text || '","' || _l1."answer"::text || '",' || _l1."attendee_count"::text || ']', ',') || ']'
                      from
                        (
                          select _l1.*
                          from meeting_reply _l1
                          where
                            (
                              _l1."meeting_id" = _l0.id
                              and (
                                _l1.household_id = any ($2::uuid[])
                                and _l1.invitation_id = any (
                                  array(
                                    select inv.id
                                    from
                                      meeting_invitation_student ivs
                                      join meeting_invitation inv on inv.id = ivs.invitation_id
                                    where
                                      ivs.ended_at is null
                                      and ivs.student_id = any ($3::uuid[])
                                      and inv.household_id = any ($2::uuid[])
                                      and inv.status = 'INVITED'
                                  )
                                )
                              )
                              and _l1.superseded_at is null
                              and true
                            )
                          order by
                            _l1."replied_at" desc,
                            _l1."id" desc
                          limit $4::int
                        ) _l1
                    ),
                    case
                      when (
                        _l0.id = any (
                          array(
                            select inv.meeting_id
                            from
                              meeting_invitation_student ivs
                              join meeting_invitation inv on inv.id = ivs.invitation_id
                            where
                              ivs.ended_at is null
                              and ivs.student_id = any ($3::uuid[])
                              and inv.household_id = any ($2::uuid[])
                              and inv.status = 'INVITED'
                          )
                        )
                      ) is not true then 'false'
                      else 'null'
                    end
                  ) || ',' || (
                    '"' || _l0."id"::text || '","' || _l0."kind"::text || '","' || _l0."status"::text || '","' || _l0."starts_at"::text || '","' || _l0."ends_at"::text || '",' || coalesce('"' || _l0."reply_by"::text || '"', 'null') || ',' || right(json_build_array(_l0."title", _l0."place")::text, -1)
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
                    from meeting _l0
                    where
                      (
                        _l0.id in (
                          select inv.meeting_id
                          from
                            household_guardian hgd
                            join meeting_invitation inv on inv.household_id = hgd.household_id
                            join meeting_invitation_student ivs on ivs.invitation_id = inv.id
                          where
                            hgd.guardian_id = _r0.id
                            and inv.status = 'INVITED'
                            and ivs.ended_at is null
                            and ivs.student_id = any (
                              array(
                                select tie.student_id
                                from guardianship tie
                                where
                                  tie.guardian_id = _r0.id
                                  and tie.status = 'ACTIVE'
                                  and tie.data_access
                                  and tie.valid_from <= $6::date
                                  and (
                                    tie.valid_to is null
                                    or tie.valid_to >= $6::date
                                  )
                              )
                            )
                        )
                        and (
                          _l0.published_at is not null
                          and _l0.id = any (
                            array(
                              select inv.meeting_id
                              from
                                meeting_invitation_student ivs
                                join meeting_invitation inv on inv.id = ivs.invitation_id
                              where
                                ivs.ended_at is null
                                and ivs.student_id = any ($3::uuid[])
                                and inv.household_id = any ($2::uuid[])
                                and inv.status = 'INVITED'
                            )
                          )
                        )
                        and true
                      )
                    order by
                      _l0."starts_at" desc,
                      _l0."id" desc
                    limit ($5::int + 1)
                  ) _l0
              ) _l0
          ) || ',' || ('"' || _r0."id"::text || '"]')
        from guardian _r0
        where
          (
            _r0.id = $7::uuid
            and (
              _r0.id = $8::uuid
              or _r0.id = any (
                array(
                  select tie.guardian_id
                  from
                    household_student hst
                    join household_guardian hgd on hgd.household_id = hst.household_id
                    join guardianship tie on tie.guardian_id = hgd.guardian_id
                    and tie.student_id = hst.student_id
                  where
                    hst.household_id = any ($2::uuid[])
                    and hst.student_id = any ($3::uuid[])
                    and tie.status = 'ACTIVE'
                    and tie.valid_from <= $6::date
                    and (
                      tie.valid_to is null
                      or tie.valid_to >= $6::date
                    )
                )
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guest; signed in (as lecturer)
-- _r0: Viewer.guardian
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select 'null'
        from guardian _r0
        where false
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _r0: Viewer.guardian
-- _l0: Guardian.meetings
-- _r1: Meeting.school
-- _l1: Meeting.replies
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || (
            select
              '[' || coalesce(
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                      from school _r1
                      where _r1.id = _l0."school_id"
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select
                        '[' || string_agg(
                          '["' || _l1."id"::text || '","' || _l1."answer"::text || '",' || _l1."attendee_count"::text || ',' || right(
                            json_build_array(
                              (
                                select coalesce(json_agg(pupil.id), '[]')
                                from
                                  (
                                    select hst.student_id
                                    from household_student hst
                                    where hst.household_id = _l1.household_id
                                  ) pupil (id)
                              )
                            )::text,
                            -1
                          ),
                          ','
                        ) || ']'
                      from
                        (
                          select _l1.*
                          from meeting_reply _l1
                          where
                            (
                              _l1."meeting_id" = _l0.id
                              and (
                                (
                                  _l1.household_id = any ($2::uuid[])
                                  and _l1.invitation_id = any (
                                    array(
                                      select inv.id
                                      from
                                        meeting_invitation_student ivs
                                        join meeting_invitation inv on inv.id = ivs.invitation_id
                                      where
                                        ivs.ended_at is null
                                        and ivs.student_id = any ($3::uuid[])
                                        and inv.household_id = any ($2::uuid[])
                                        and inv.status = 'INVITED'
                                    )
                                  )
                                )
                                or (
                                  (
                                    _l1.meeting_id = any (
                                      array(
                                        select mcl.meeting_id
                                        from meeting_class mcl
                                        where mcl.school_class_id = any ($4::uuid[])
                                      )
                                    )
                                    and _l1.household_id in (
                                      select hst.household_id
                                      from
                                        class_membership cms
                                        join household_student hst on hst.student_id = cms.student_id
                                      where
                                        cms.school_class_id = any ($4::uuid[])
                                        and cms.status = 'ACTIVE'
                                    )
                                    and _l0.published_at is not null
                                  )
                                  or (
                                    _l0.organiser_id = $5::uuid
                                    and _l0.school_id = any ($6::uuid[])
                                  )
                                )
                              )
                              and _l1.superseded_at is null
                              and true
                            )
                          order by
                            _l1."replied_at" desc,
                            _l1."id" desc
                          limit $7::int
                        ) _l1
                    ),
                    case
                      when (
                        (
                          _l0.id = any (
                            array(
                              select inv.meeting_id
                              from
                                meeting_invitation_student ivs
                                join meeting_invitation inv on inv.id = ivs.invitation_id
                              where
                                ivs.ended_at is null
                                and ivs.student_id = any ($3::uuid[])
                                and inv.household_id = any ($2::uuid[])
                                and inv.status = 'INVITED'
                            )
                          )
                          or _l0.id = any (
                            array(
                              select mcl.meeting_id
                              from meeting_class mcl
                              where mcl.school_class_id = any ($4::uuid[])
                            )
                          )
                          or (
                            _l0.organiser_id = $5::uuid
                            and _l0.school_id = any ($6::uuid[])
                          )
                        )
                      ) is not true then 'false'
                      else 'null'
                    end
                  ) || ',' || (
                    '"' || _l0."id"::text || '","' || _l0."kind"::text || '","' || _l0."status"::text || '","' || _l0."starts_at"::text || '","' || _l0."ends_at"::text || '",' || coalesce('"' || _l0."reply_by"::text || '"', 'null') || ',' || right(json_build_array(_l0."title", _l0."place")::text, -1)
                  ),
                  ','
                ) filter (
                  where _l0._n <= $8::int
                ) || ']',
                'null'
              ) || ',' || (count(*) > $8::int)::text || ']'
            from
              (
                select
                  _l0.*,
                  row_number() over () as _n
                from
                  (
                    select _l0.*
                    from meeting _l0
                    where
                      (
                        _l0.id in (
                          select inv.meeting_id
                          from
                            household_guardian hgd
                            join meeting_invitation inv on inv.household_id = hgd.household_id
                            join meeting_invitation_student ivs on ivs.invitation_id = inv.id
                          where
                            hgd.guardian_id = _r0.id
                            and inv.status = 'INVITED'
                            and ivs.ended_at is null
                            and ivs.student_id = any (
                              array(
                                select tie.student_id
                                from guardianship tie
                                where
                                  tie.guardian_id = _r0.id
                                  and tie.status = 'ACTIVE'
                                  and tie.data_access
                                  and tie.valid_from <= $9::date
                                  and (
                                    tie.valid_to is null
                                    or tie.valid_to >= $9::date
                                  )
                              )
                            )
                        )
                        and (
                          (
                            _l0.published_at is not null
                            and _l0.id = any (
                              array(
                                select inv.meeting_id
                                from
                                  meeting_invitation_student ivs
                                  join meeting_invitation inv on inv.id = ivs.invitation_id
                                where
                                  ivs.ended_at is null
                                  and ivs.student_id = any ($3::uuid[])
                                  and inv.household_id = any ($2::uuid[])
                                  and inv.status = 'INVITED'
                              )
                            )
                          )
                          or (
                            _l0.published_at is not null
                            and _l0.id = any (
                              array(
                                select mcl.meeting_id
                                from meeting_class mcl
                                where mcl.school_class_id = any ($4::uuid[])
                              )
                            )
                          )
                          or (
                            _l0.organiser_id = $5::uuid
                            and _l0.school_id = any ($6::uuid[])
                          )
                        )
                        and true
                      )
                    order by
                      _l0."starts_at" desc,
                      _l0."id" desc
                    limit ($8::int + 1)
                  ) _l0
              ) _l0
          ) || ',' || (
            '"' || _r0."id"::text || '",' || right(
              json_build_array(
                (
                  select coalesce(json_agg(pupil.id), '[]')
                  from
                    (
                      select stu.id
                      from
                        guardianship tie
                        join student stu on stu.id = tie.student_id
                      where
                        tie.guardian_id = _r0.id
                        and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                        and (
                          stu.school_id = any ($10::uuid[])
                          or exists (
                            select 1
                            from class_membership m
                            where
                              m.student_id = stu.id
                              and m.school_class_id = any ($4::uuid[])
                              and m.status = 'ACTIVE'
                          )
                        )
                    ) pupil (id)
                )
              )::text,
              -1
            )
          )
        from guardian _r0
        where
          (
            _r0.id = $11::uuid
            and (
              _r0.id = $12::uuid
              or _r0.id = any (
                array(
                  select tie.guardian_id
                  from
                    household_student hst
                    join household_guardian hgd on hgd.household_id = hst.household_id
                    join guardianship tie on tie.guardian_id = hgd.guardian_id
                    and tie.student_id = hst.student_id
                  where
                    hst.household_id = any ($2::uuid[])
                    and hst.student_id = any ($3::uuid[])
                    and tie.status = 'ACTIVE'
                    and tie.valid_from <= $9::date
                    and (
                      tie.valid_to is null
                      or tie.valid_to >= $9::date
                    )
                )
              )
              or exists (
                select 1
                from
                  guardianship g
                  join class_membership m on m.student_id = g.student_id
                where
                  g.guardian_id = _r0.id
                  and g.status in ('ACTIVE', 'PENDING')
                  and m.school_class_id = any ($4::uuid[])
                  and m.status = 'ACTIVE'
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;
